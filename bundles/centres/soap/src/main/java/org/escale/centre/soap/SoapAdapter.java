package org.escale.centre.soap;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.escale.libraries.link.Entrance;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.Setting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Calls the service that a centre's IT made from our contract. */
@Component
public final class SoapAdapter implements CentreAdapter, AutoCloseable {
  static final String EVENTS = "events";

  private static final List<Setting> SETTINGS =
      Stream.concat(
              Entrance.settings(
                  "Address of the service made from centre.wsdl, https:// or http://.")
                  .stream(),
              Stream.of(
                  Setting.preset(
                      EVENTS,
                      "Whether the service is asked and told who came, left and used what.",
                      "false")))
          .toList();

  private final Clock clock;
  private final Operator operator = new Operator();

  /** Reads freshness from {@code clock}. */
  @Activate
  public SoapAdapter(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "soap";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public CentreLink open(CentreConfig config) throws CentreException {
    var settings = config.checked(SETTINGS);
    var entrance = Entrance.of(settings, config.deadline());
    var tells = Entrance.oneOf(settings, EVENTS, Set.of("true", "false")).equals("true");
    return new SoapLink(new Centre(operator, entrance), clock, tells);
  }

  @Override
  @Deactivate
  public void close() {
    operator.close();
  }
}

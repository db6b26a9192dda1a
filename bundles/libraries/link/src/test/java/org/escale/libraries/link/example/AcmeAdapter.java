package org.escale.libraries.link.example;

import java.time.Clock;
import java.util.List;
import org.escale.libraries.link.Entrance;
import org.escale.libraries.link.Web;
import org.escale.libraries.wire.Wire;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.Setting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the busy times of centres that book with Acme Rooms. */
@Component
public final class AcmeAdapter implements CentreAdapter {
  private static final int LARGEST_ANSWER = 1_000_000;
  private static final List<Setting> SETTINGS =
      Entrance.settings("Address of the Acme server, https:// or http://, ending in a slash.");

  private final Wire wire = new Wire(LARGEST_ANSWER);
  private final Clock clock;

  /** Reads freshness from {@code clock}. */
  @Activate
  public AcmeAdapter(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "acme";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public CentreLink open(CentreConfig config) throws CentreException {
    var entrance = Entrance.of(config.checked(SETTINGS), config.deadline());
    return new AcmeLink(new Web(wire, entrance), clock);
  }
}

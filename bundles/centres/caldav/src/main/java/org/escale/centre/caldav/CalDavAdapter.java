package org.escale.centre.caldav;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

/** Reads and books in the calendars of a centre that speak CalDAV (RFC 4791). */
@Component
public final class CalDavAdapter implements CentreAdapter {
  static final String CHANGES = "changes";

  /** The most bytes of one answer. */
  private static final int LARGEST = 20_000_000;

  private static final List<Setting> SETTINGS =
      Stream.concat(
              Entrance.settings("Address of the server, https:// or http://, with its path.")
                  .stream(),
              Stream.of(
                  Setting.preset(
                      CHANGES,
                      "auto, or etags for a server whose change feed forgets changes.",
                      "auto")))
          .toList();

  private final Wire wire = new Wire(LARGEST);
  private final Clock clock;

  /** Reads freshness from {@code clock}. */
  @Activate
  public CalDavAdapter(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "caldav";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public CentreLink open(CentreConfig config) throws CentreException {
    var settings = config.checked(SETTINGS);
    var changes = Entrance.oneOf(settings, CHANGES, Set.of("auto", "etags"));
    var dav =
        new Dav(new Web(wire, Entrance.of(settings, config.deadline())), changes.equals("auto"));
    return new CalDavLink(dav, new Reading(config.zone()), clock);
  }
}

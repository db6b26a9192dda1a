package org.escale.centre.icalendar;

import java.time.Clock;
import java.util.HashMap;
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

/** Reads the calendar that a centre publishes as an iCalendar file; writes nothing. */
@Component
public final class IcalendarAdapter implements CentreAdapter {
  /** The most bytes of one calendar. */
  private static final int LARGEST = 5_000_000;

  private static final List<Setting> SETTINGS =
      Entrance.settings("Folder of the calendars: https://, http:// or webcal://, and a path.");

  private final Wire wire = new Wire(LARGEST);
  private final Clock clock;

  /** Reads freshness from {@code clock}. */
  @Activate
  public IcalendarAdapter(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "icalendar";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public CentreLink open(CentreConfig config) throws CentreException {
    var settings = new HashMap<>(config.checked(SETTINGS));
    settings.computeIfPresent(
        Entrance.URL, (name, url) -> url.replaceFirst("^webcals?://", "https://"));
    var web = new Web(wire, Entrance.of(settings, config.deadline()));
    return new IcalendarLink(new Subscription(web), config.zone(), clock);
  }
}

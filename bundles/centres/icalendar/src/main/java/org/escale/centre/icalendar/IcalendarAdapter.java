package org.escale.centre.icalendar;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
  static final String URL = "url";
  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String LOCAL_TOO = "localToo";

  /** The most bytes of one calendar. */
  private static final int LARGEST = 5_000_000;

  private static final List<Setting> SETTINGS =
      List.of(
          Setting.needed(
              URL, "Folder of the calendars: https://, http:// or webcal://, and a path."),
          Setting.preset(USERNAME, "Name to sign in with; empty if nobody asks for it.", ""),
          new Setting(PASSWORD, "Password of that name.", true, Optional.of("")),
          Setting.preset(
              LOCAL_TOO, "Whether addresses of this machine and its cable are meant.", "false"));

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
    var where = Whereabouts.of(config.checked(SETTINGS), config.deadline());
    return new IcalendarLink(new Subscription(wire, where), config.zone(), clock);
  }
}

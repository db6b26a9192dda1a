package org.escale.centre.caldav;

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

/** Reads and books in the calendars of a centre that speak CalDAV (RFC 4791). */
@Component
public final class CalDavAdapter implements CentreAdapter {
  static final String URL = "url";
  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String CHANGES = "changes";
  static final String LOCAL_TOO = "localToo";

  /** The most bytes of one answer. */
  private static final int LARGEST = 20_000_000;

  private static final List<Setting> SETTINGS =
      List.of(
          Setting.needed(URL, "Address of the server, https:// or http://, with its path."),
          Setting.preset(USERNAME, "Name to sign in with; empty if nobody asks for it.", ""),
          new Setting(PASSWORD, "Password of that name.", true, Optional.of("")),
          Setting.preset(
              CHANGES,
              "auto, or etags for a server whose change feed forgets changes (DAViCal).",
              "auto"),
          Setting.preset(
              LOCAL_TOO, "Whether addresses of this machine and its cable are meant.", "false"));

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
    var entrance = Entrance.of(config.checked(SETTINGS), config.deadline());
    return new CalDavLink(new Dav(wire, entrance), new Reading(config.zone()), clock);
  }
}

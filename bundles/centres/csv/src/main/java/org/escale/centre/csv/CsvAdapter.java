package org.escale.centre.csv;

import java.nio.charset.Charset;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.libraries.link.Entrance;
import org.escale.libraries.link.Troubles;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.Setting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads a centre's busy times from CSV files and writes our bookings into such files. */
@Component
public final class CsvAdapter implements CentreAdapter {
  static final String PLACE = "place";
  static final String ZONE = "zone";
  static final String CHARSET = "charset";
  static final String DATES = "dates";
  static final String EVENTS = "events";
  static final String PASSWORD = "password";
  static final String PRIVATE_KEY = "privateKey";
  static final String HOST_KEYS = "hostKeys";
  static final String LOCAL_TOO = Entrance.LOCAL_TOO;

  private static final List<Setting> SETTINGS =
      List.of(
          Setting.needed(
              PLACE,
              "Folder that holds the folders in and out: file:///folder, or"
                  + " sftp://user@host:22/folder."),
          Setting.needed(
              ZONE, "Zone of the times that have no offset, as Europe/Brussels; never guessed."),
          Setting.preset(CHARSET, "utf-8 or windows-1252.", "utf-8"),
          Setting.preset(
              EVENTS,
              "Whether in/_events.csv and out/_events.csv tell who came, left and used what.",
              "false"),
          Setting.preset(DATES, "iso for 2027-05-10, or dmy for 10/05/2027.", "iso"),
          new Setting(PASSWORD, "SFTP: password, where no key is used.", true, Optional.of("")),
          new Setting(
              PRIVATE_KEY,
              "SFTP: private key in OpenSSH's or PEM form, without a passphrase.",
              true,
              Optional.of("")),
          Setting.preset(
              HOST_KEYS,
              "SFTP: fingerprints SHA256:... of the server's keys, parted by commas; needed there.",
              ""),
          Setting.preset(
              LOCAL_TOO,
              "SFTP: whether addresses of this machine and its cable are meant.",
              "false"));

  private final Clock clock;

  /** Reads freshness from {@code clock}. */
  @Activate
  public CsvAdapter(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "csv";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public CentreLink open(CentreConfig config) throws CentreException {
    var settings = config.checked(SETTINGS);
    var zone = zone(settings);
    var charset =
        Charset.forName(Entrance.oneOf(settings, CHARSET, Set.of("utf-8", "windows-1252")));
    var dayFirst = Entrance.oneOf(settings, DATES, Set.of("iso", "dmy")).equals("dmy");
    var events = Entrance.oneOf(settings, EVENTS, Set.of("true", "false")).equals("true");
    var times = new WallTimes(zone, dayFirst);
    var line = new Line(Places.shelf(settings, config.deadline()), config.deadline());
    var own = new OwnFile(charset, zone);
    var exchange = new Exchange(new SheetReader(charset, times), own, clock);
    return new CsvLink(
        line,
        exchange,
        new CsvFeed(line, exchange, clock),
        new CsvDesk(line, exchange, own),
        events
            ? Optional.of(new CsvEvents(line, new Diary(charset, times), clock))
            : Optional.empty());
  }

  private static ZoneId zone(Map<String, String> settings) throws CentreException {
    try {
      return ZoneId.of(settings.get(ZONE));
    } catch (DateTimeException odd) {
      throw Troubles.setting(ZONE + " is not the name of a zone");
    }
  }
}

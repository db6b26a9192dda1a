package org.escale.centre.easyappointments;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.escale.libraries.link.Entrance;
import org.escale.libraries.link.Troubles;
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

/** Reads and books in a centre's Easy!Appointments, where a room is a provider. */
@Component
public final class EasyAppointmentsAdapter implements CentreAdapter {
  static final String ZONE = "zone";
  static final String SERVICE = "service";
  static final String CUSTOMER = "customer";

  /** The most bytes of one answer. */
  private static final int LARGEST = 20_000_000;

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final List<Setting> SETTINGS =
      List.of(
          Setting.needed(
              Entrance.URL, "Address of the interface, ending in /index.php/api/v1/ with slash."),
          Setting.needed(Entrance.USERNAME, "An administrator made for the federation."),
          Setting.secret(Entrance.PASSWORD, "Password of that administrator."),
          Setting.needed(ZONE, "Zone of its times, which have none: Europe/Brussels."),
          Setting.needed(SERVICE, "Number of the service that the rooms give."),
          Setting.needed(CUSTOMER, "Number of the customer that stands for the federation."),
          Setting.preset(
              Entrance.LOCAL_TOO,
              "Whether addresses of this machine and its cable are meant.",
              "false"));

  private final Wire wire = new Wire(LARGEST);
  private final Clock clock;

  /** Reads freshness from {@code clock}. */
  @Activate
  public EasyAppointmentsAdapter(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "easyappointments";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public CentreLink open(CentreConfig config) throws CentreException {
    var settings = config.checked(SETTINGS);
    if (!settings.get(Entrance.URL).endsWith("/")) {
      throw Troubles.setting(Entrance.URL + " does not end in a slash");
    }
    var web = new Web(wire, Entrance.of(settings, config.deadline()));
    var booker = new Rooms.Booker(number(settings, SERVICE), number(settings, CUSTOMER));
    return new EasyAppointmentsLink(new Rooms(web, zone(settings), booker), clock);
  }

  private static int number(Map<String, String> settings, String name) throws CentreException {
    if (!NUMBER.matcher(settings.get(name)).matches()) {
      throw Troubles.setting(name + " is not a number");
    }
    return Integer.parseInt(settings.get(name));
  }

  private static ZoneId zone(Map<String, String> settings) throws CentreException {
    try {
      return ZoneId.of(settings.get(ZONE));
    } catch (DateTimeException odd) {
      throw Troubles.setting(ZONE + " is not the name of a zone");
    }
  }
}

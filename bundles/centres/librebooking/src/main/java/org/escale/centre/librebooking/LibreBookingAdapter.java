package org.escale.centre.librebooking;

import java.time.Clock;
import java.util.List;
import java.util.Map;
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

/** Reads and books in a centre's LibreBooking, by its own web services. */
@Component
public final class LibreBookingAdapter implements CentreAdapter {
  /** The most bytes of one answer. */
  private static final int LARGEST = 20_000_000;

  private static final List<Setting> SETTINGS =
      List.of(
          Setting.needed(
              Entrance.URL,
              "Address of the web services, https:// or http://, ending in /Web/Services/index.php/"),
          Setting.needed(Entrance.USERNAME, "The federation's own user there."),
          Setting.secret(Entrance.PASSWORD, "Password of that user."),
          Setting.preset(
              Entrance.LOCAL_TOO,
              "Whether addresses of this machine and its cable are meant.",
              "false"));

  private final Wire wire = new Wire(LARGEST);
  private final Clock clock;

  /** Reads freshness from {@code clock}. */
  @Activate
  public LibreBookingAdapter(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "librebooking";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public CentreLink open(CentreConfig config) throws CentreException {
    var settings = config.checked(SETTINGS);
    checkFolder(settings);
    var entrance = Entrance.of(settings, config.deadline());
    return new LibreBookingLink(new Services(new Web(wire, entrance), entrance), clock);
  }

  private static void checkFolder(Map<String, String> settings) throws CentreException {
    if (!settings.get(Entrance.URL).endsWith("/")) {
      throw Troubles.setting(Entrance.URL + " does not end in a slash");
    }
  }
}

package org.escale.centre.icalendar;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.CentreId;
import org.escale.libraries.link.Entrance;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.Staff;

/** A real file server on a bench. */
final class PublishedLab implements CentreLab {
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private final FileServer server = started();
  private final PublishingStaff staff = new PublishingStaff(server.folder());
  private final IcalendarAdapter adapter = new IcalendarAdapter(Clock.systemUTC());

  private static FileServer started() {
    try {
      return new FileServer();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void close() throws IOException {
    server.close();
  }

  @Override
  public CentreAdapter adapter() {
    return adapter;
  }

  @Override
  public Optional<InetSocketAddress> address() {
    return Optional.of(server.address());
  }

  @Override
  public CentreConfig config(Optional<InetSocketAddress> instead) {
    var port = instead.orElse(server.address()).getPort();
    return config("http://127.0.0.1:" + port + "/", "true");
  }

  @Override
  public CentreConfig broken() {
    return config("ftp://127.0.0.1/", "true");
  }

  CentreConfig config(String url, String localToo) {
    return new CentreConfig(
        new CentreId("centre"),
        ZoneId.of("Europe/Brussels"),
        Map.of(Entrance.URL, url, Entrance.LOCAL_TOO, localToo),
        DEADLINE);
  }

  @Override
  public SpaceRef space(String name) throws IOException {
    return staff.publish(name);
  }

  @Override
  public Staff staff() {
    return staff;
  }

  FileServer server() {
    return server;
  }
}

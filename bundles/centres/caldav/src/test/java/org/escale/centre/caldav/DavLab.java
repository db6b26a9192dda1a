package org.escale.centre.caldav;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.federation.CentreId;
import org.escale.libraries.link.Entrance;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.CentreLab;

/** A real server on a bench, started once for all tests. */
final class DavLab implements CentreLab {
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Map<Program, DavLab> LABS = new EnumMap<>(Program.class);
  private static final AtomicInteger SPACES = new AtomicInteger();

  private final Program program;
  private final Server server;
  private final Map<String, String> more;
  private final DavStaff staff;
  private final CalDavAdapter adapter = new CalDavAdapter(Clock.systemUTC());

  private DavLab(Program program, Server server, Map<String, String> more) {
    this.program = program;
    this.server = server;
    this.more = more;
    staff = new DavStaff(program, server.address());
  }

  /** The same server, read with other settings. */
  DavLab with(Map<String, String> settings) {
    return new DavLab(program, server, settings);
  }

  static DavLab of(Program program) {
    synchronized (LABS) {
      return LABS.computeIfAbsent(program, p -> new DavLab(p, Server.start(p), Map.of()));
    }
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
    return config("http://127.0.0.1:" + port + program.home());
  }

  @Override
  public CentreConfig broken() {
    return config("file:///etc/");
  }

  private CentreConfig config(String url) {
    var settings = new HashMap<>(Map.of(Entrance.URL, url, Entrance.LOCAL_TOO, "true"));
    if (!program.username().isEmpty()) {
      settings.put(Entrance.USERNAME, program.username());
      settings.put(Entrance.PASSWORD, "secret");
    }
    settings.putAll(more);
    return new CentreConfig(
        new CentreId("centre"), ZoneId.of("Europe/Brussels"), settings, DEADLINE);
  }

  @Override
  public SpaceRef space(String name) throws IOException {
    var space = new SpaceRef(program.home() + name + "-" + SPACES.incrementAndGet() + "/");
    staff.makeCalendar(space);
    return space;
  }

  @Override
  public DavStaff staff() {
    return staff;
  }

  Server server() {
    return server;
  }
}

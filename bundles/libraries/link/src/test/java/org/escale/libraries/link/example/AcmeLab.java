package org.escale.libraries.link.example;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.escale.federation.CentreId;
import org.escale.libraries.link.Entrance;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.Staff;
import org.escale.tck.centre.StaffEvent;
import org.escale.tck.centre.StaffEvent.Shape;

/** An Acme server on a bench, and its staff. Yours starts the real program. */
final class AcmeLab implements CentreLab, Staff, AutoCloseable {
  private final Map<String, Map<String, String>> rooms = new ConcurrentHashMap<>();
  private final AcmeAdapter adapter = new AcmeAdapter(Clock.systemUTC());
  private final HttpServer server;

  AcmeLab() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
    server.createContext(
        "/",
        exchange -> {
          var room = exchange.getRequestURI().getPath().substring(1);
          var list = lines(room).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, list.length == 0 ? -1 : list.length);
          exchange.getResponseBody().write(list);
          exchange.close();
        });
    server.start();
  }

  @Override
  public CentreAdapter adapter() {
    return adapter;
  }

  @Override
  public Optional<InetSocketAddress> address() {
    return Optional.of(server.getAddress());
  }

  @Override
  public CentreConfig config(Optional<InetSocketAddress> instead) {
    return config("http://127.0.0.1:" + instead.orElse(server.getAddress()).getPort() + "/");
  }

  @Override
  public CentreConfig broken() {
    return config("not an address");
  }

  private static CentreConfig config(String url) {
    return new CentreConfig(
        new CentreId("centre"),
        ZoneId.of("Europe/Brussels"),
        Map.of(Entrance.URL, url, Entrance.LOCAL_TOO, "true"),
        Duration.ofSeconds(2));
  }

  @Override
  public SpaceRef space(String name) {
    rooms.put(name, new TreeMap<>());
    return new SpaceRef(name);
  }

  @Override
  public Staff staff() {
    return this;
  }

  @Override
  public Set<Shape> shapes() {
    return Set.of(Shape.ONCE);
  }

  @Override
  public void write(SpaceRef space, StaffEvent event) {
    var times = event.slot().from() + "|" + event.slot().to();
    var line = event.name() + "|" + times + "|" + event.summary();
    rooms.computeIfPresent(space.value(), (name, room) -> with(room, event.name(), line));
  }

  @Override
  public void remove(SpaceRef space, String name) {
    rooms.computeIfPresent(space.value(), (room, lines) -> with(lines, name, ""));
  }

  @Override
  public String reads(SpaceRef space) {
    return lines(space.value());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static Map<String, String> with(Map<String, String> room, String name, String line) {
    var changed = new TreeMap<>(room);
    changed.put(name, line);
    return changed;
  }

  private String lines(String room) {
    return rooms.getOrDefault(room, Map.of()).values().stream()
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}

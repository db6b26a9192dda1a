package org.escale.bench.storm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A hundred desks of one centre in all truth modes, twenty of each; those that the centre decides
 * on stand in a Cyrus (which compares and sets), two Radicales and a Xandikos. A thousand members.
 */
final class World implements AutoCloseable {
  private static final int OF_EACH = 20;
  private static final int CLIENTS = 10;
  private static final int AT_ONCE = 500;
  private static final String HOURS =
      "{\"zone\":\"Europe/Brussels\",\"week\":[%s]}"
          .formatted(
              java.util.Arrays.stream(java.time.DayOfWeek.values())
                  .map("{\"day\":\"%s\",\"from\":\"00:00\",\"to\":\"00:00\"}"::formatted)
                  .collect(Collectors.joining(",")));

  private final Map<String, Calendars> systems = new LinkedHashMap<>();
  private final List<Desk> desks = new ArrayList<>();

  /** A desk; {@code system} is where its centre keeps it, null where we do. */
  record Desk(String id, String mode, Calendars system) {
    boolean there() {
      return system != null;
    }
  }

  /** With servers started by those scripts, all of them in {@code folder}. */
  World(Path folder, Path scripts) throws IOException {
    var cyrus = scripts.resolve("cyrus");
    var radicale = scripts.resolve("radicale");
    systems.put("cyrus", new Calendars(folder, cyrus, "/dav/calendars/user/room/"));
    systems.put("radicale-a", new Calendars(folder, radicale, "/room/"));
    systems.put("radicale-b", new Calendars(folder, radicale, "/room/"));
    var xandikos = scripts.resolve("xandikos");
    systems.put("xandikos", new Calendars(folder, xandikos, "/room/calendars/"));
    var checked = List.of("radicale-a", "radicale-b", "xandikos");
    for (int n = 0; n < OF_EACH; n++) {
      for (var mode : List.of("FEDERATION", "ALLOTMENT", "REQUEST")) {
        desks.add(new Desk("storm-" + mode.toLowerCase(java.util.Locale.ROOT) + n, mode, null));
      }
      desks.add(new Desk("storm-atomic" + n, "CENTRE_ATOMIC", systems.get("cyrus")));
      var system = systems.get(checked.get(n % checked.size()));
      desks.add(new Desk("storm-checked" + n, "CENTRE_CHECKED", system));
    }
  }

  List<Desk> desks() {
    return desks;
  }

  Map<String, Calendars> systems() {
    return systems;
  }

  /** So many of every desk. */
  int clients() {
    return desks.size() * CLIENTS;
  }

  static String member(int number) {
    return "storm-member-" + number;
  }

  /** Brings all of it into the hub; returns when each system was read and proven. */
  void connect(Door door) throws IOException, InterruptedException {
    door.must("cei-desk", "PATCH", "centres/cei", "{\"hours\":" + HOURS + "}", "1");
    for (int first = 0; first < clients(); first += AT_ONCE) {
      var some =
          IntStream.range(first, first + AT_ONCE)
              .mapToObj(n -> "{\"id\":\"%s\",\"name\":\"Storm\"}".formatted(member(n)))
              .collect(Collectors.joining(","));
      door.must("atlas-hr", "POST", "companies/atlas/members", "{\"members\":[" + some + "]}");
    }
    for (var desk : desks) {
      if (desk.there()) {
        Rest.await("calendar", () -> desk.system().made(desk.id()));
      }
      var ceded = desk.mode().equals("ALLOTMENT") ? ",\"ceded\":" + HOURS : "";
      var body =
          "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"DESK\",\"seats\":1,\"truthMode\":\"%s\"%s}"
              .formatted(desk.id(), desk.id(), desk.there() ? "FEDERATION" : desk.mode(), ceded);
      door.must("cei-desk", "POST", "centres/cei/spaces", body);
    }
    for (var system : systems.entrySet()) {
      door.must("operator", "POST", "adapters", row(system.getKey(), system.getValue()));
    }
    for (var desk : desks.stream().filter(Desk::there).toList()) {
      var mode = "{\"truthMode\":\"%s\"}".formatted(desk.mode());
      Rest.await(
          desk.toString(),
          () -> door.ask("cei-desk", "PATCH", "spaces/" + desk.id(), mode, "1").done());
    }
  }

  private String row(String id, Calendars system) {
    var spaces =
        desks.stream()
            .filter(desk -> system.equals(desk.system()))
            .map(desk -> "\"%s\":\"%s\"".formatted(desk.id(), system.path(desk.id())))
            .collect(Collectors.joining(","));
    return """
        {"id":"%s","centreId":"cei","kind":"caldav","poll":"PT5S","spaces":{%s},
         "settings":{"url":"%s","username":"room","password":"secret","localToo":"true"}}
        """
        .formatted(id, spaces, system.url());
  }

  @Override
  public void close() throws InterruptedException {
    for (var system : systems.values()) {
      system.close();
    }
  }
}

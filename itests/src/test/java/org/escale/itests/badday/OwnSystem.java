package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.escale.itests.web.Radicale;

/** A centre that keeps three desks in a real Radicale, which decides on them. */
final class OwnSystem implements AutoCloseable {
  /** The desks, as we call them; the centre has a calendar of the same name for each. */
  static final List<String> SPACES = List.of("own-a", "own-b", "own-c");

  private static final Pattern EVENT =
      Pattern.compile("BEGIN:VEVENT\r?\n(.*?)END:VEVENT", Pattern.DOTALL);
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Radicale radicale;

  /** Starts it, with an empty calendar for each desk. */
  OwnSystem(Path folder) throws IOException {
    radicale = new Radicale(folder);
    SPACES.forEach(space -> radicale.make(calendar(space)));
  }

  /** Connects it as the system of centre {@code cei}; returns once it was read. */
  void connect(EscaleProcess escale) {
    var desk = escale.http(escale.accounts().of("reception", "centreId", "cei"));
    var operator = escale.http(escale.accounts().first("federation"));
    for (var space : SPACES) {
      var made =
          desk.post(
              "/api/v1/centres/cei/spaces",
              "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"DESK\",\"seats\":1}"
                  .formatted(space, space));
      assertEquals(made.body(), 201, made.status());
    }
    var made = operator.post("/api/v1/adapters", row());
    assertEquals(made.body(), 201, made.status());
    for (var space : SPACES) {
      Awaitility.await("the centre decides on " + space)
          .atMost(Duration.ofSeconds(60))
          .until(() -> decides(desk, space).status() == 200);
    }
  }

  private String row() {
    var spaces =
        SPACES.stream()
            .map(space -> "\"%s\":\"%s\"".formatted(space, calendar(space)))
            .collect(Collectors.joining(","));
    return """
        {"id":"wall","centreId":"cei","kind":"caldav","poll":"PT5S","spaces":{%s},
         "settings":{"url":"%s","username":"room","password":"secret","localToo":"true"}}
        """
        .formatted(spaces, radicale.url());
  }

  private static Http.Answer decides(Http desk, String space) {
    return desk.send(
        desk.to("/api/v1/spaces/" + space)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"1\"")
            .method("PATCH", BodyPublishers.ofString("{\"truthMode\":\"CENTRE_CHECKED\"}")));
  }

  /** Somebody at the centre takes a desk. */
  void writes(String space, String uid, Instant from, Instant to) {
    radicale.writes(calendar(space), uid, BASIC.format(from), BASIC.format(to));
  }

  /** What stands there of ours: the time and the state of each entry, by its key. */
  Map<String, String> ours() {
    var all = new TreeMap<String, String>();
    for (var space : SPACES) {
      var events = EVENT.matcher(radicale.read(calendar(space)));
      while (events.find()) {
        var event = events.group(1);
        var uid = line(event, "UID");
        if (uid.endsWith(".escale")) {
          var time = line(event, "DTSTART") + "/" + line(event, "DTEND");
          all.merge(uid, shown(space, time, line(event, "STATUS")), (a, b) -> a + " and " + b);
        }
      }
    }
    return all;
  }

  /** How a firm entry is shown by {@link #ours}. */
  static String firm(String space, Instant from, Instant to) {
    return shown(space, BASIC.format(from) + "/" + BASIC.format(to), "CONFIRMED");
  }

  private static String shown(String space, String time, String state) {
    return space + " " + time + " " + state;
  }

  private static String line(String event, String name) {
    var line = Pattern.compile("(?m)^" + name + "[^:\r\n]*:([^\r\n]*)").matcher(event);
    return line.find() ? line.group(1) : "";
  }

  private static String calendar(String space) {
    return "/room/" + space + "/";
  }

  @Override
  public void close() {
    radicale.close();
  }
}

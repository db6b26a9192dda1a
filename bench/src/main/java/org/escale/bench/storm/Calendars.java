package org.escale.bench.storm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A calendar server of a centre, and how its staff reads and writes it. Safe for many threads. */
final class Calendars implements AutoCloseable {
  private static final int READINGS = 3;
  private static final int PAUSE = 200;
  private static final Pattern EVENT =
      Pattern.compile("BEGIN:VEVENT\r?\n(.*?)END:VEVENT", Pattern.DOTALL);
  private static final String ALL =
      "<C:calendar-query xmlns=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><prop>"
          + "<C:calendar-data/></prop><C:filter><C:comp-filter name=\"VCALENDAR\">"
          + "<C:comp-filter name=\"VEVENT\"/></C:comp-filter></C:filter></C:calendar-query>";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path folder;
  private final String home;
  private final URI origin;
  private final Killed program;

  /** What stands in a calendar. */
  record Event(String uid, Slot slot, boolean tentative) {}

  /** Begins with that script, all of it in {@code parent}; its calendars are below {@code home}. */
  Calendars(Path parent, Path script, String home) throws IOException {
    this.home = home;
    folder = Files.createTempDirectory(parent, "calendars");
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      origin = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    var log = folder.resolveSibling(folder.getFileName() + ".log").toFile();
    program = new Killed(log, List.of(script.toString(), folder.toString(), "" + origin.getPort()));
  }

  Killed program() {
    return program;
  }

  /** Starts it again; a lock file that a killed program left is taken away by whoever does so. */
  void again() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var lock : files.filter(f -> f.getFileName().toString().equals("index.lock")).toList()) {
        Files.deleteIfExists(lock);
      }
    }
    program.start();
  }

  String url() {
    return origin + home;
  }

  String path(String calendar) {
    return home + calendar + "/";
  }

  /** Whether there is a calendar of that name now. */
  boolean made(String calendar) throws IOException, InterruptedException {
    var status = send("MKCALENDAR", path(calendar), "").statusCode();
    return status < 300 || status == 405;
  }

  /** Whether staff's event was written; an exception if nobody knows. */
  boolean write(String calendar, String name, Slot slot) throws IOException, InterruptedException {
    var text =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:staff",
            "BEGIN:VEVENT",
            "UID:" + name,
            "DTSTAMP:20260101T000000Z",
            "DTSTART:" + Slot.basic(slot.from()),
            "DTEND:" + Slot.basic(slot.to()),
            "SUMMARY:staff",
            "END:VEVENT",
            "END:VCALENDAR",
            "");
    return send("PUT", path(calendar) + name + ".ics", text).statusCode() < 300;
  }

  void remove(String calendar, String name) throws IOException, InterruptedException {
    send("DELETE", path(calendar) + name + ".ics", "");
  }

  /** All that stands there. */
  List<Event> standing(String calendar) throws IOException, InterruptedException {
    var answer = readAgain(calendar);
    if (answer.statusCode() != 207) {
      throw new IOException("not read: " + answer.statusCode());
    }
    var events = EVENT.matcher(answer.body().replace("&#13;", "").replaceAll("\r?\n[ \t]", ""));
    var all = new ArrayList<Event>();
    while (events.find()) {
      var event = events.group(1);
      var slot = new Slot(Slot.instant(line(event, "DTSTART")), Slot.instant(line(event, "DTEND")));
      all.add(new Event(line(event, "UID"), slot, line(event, "STATUS").equals("TENTATIVE")));
    }
    return all;
  }

  /** Reading twice does no harm; a server may close a line that was kept. */
  private HttpResponse<String> readAgain(String calendar) throws IOException, InterruptedException {
    for (int i = 1; i < READINGS; i++) {
      try {
        return send("REPORT", path(calendar), ALL);
      } catch (IOException closed) {
        TimeUnit.MILLISECONDS.sleep(PAUSE);
      }
    }
    return send("REPORT", path(calendar), ALL);
  }

  private static String line(String event, String name) {
    var line = Pattern.compile("(?m)^" + name + "[^:\r\n]*:([^\r\n]*)").matcher(event);
    return line.find() ? line.group(1).strip() : "";
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    var type = method.equals("PUT") ? "text/calendar; charset=utf-8" : "application/xml";
    var request =
        HttpRequest.newBuilder(origin.resolve(path))
            .timeout(Duration.ofSeconds(20))
            .header("Depth", "1")
            .header("Content-Type", type)
            .header("Authorization", "Basic cm9vbTpzZWNyZXQ=")
            .method(method, BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() throws InterruptedException {
    program.close();
  }
}

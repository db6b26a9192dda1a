package org.escale.core.storm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.escale.tck.machine.Ports;
import org.escale.word.TimeSlot;

/** A real calendar server that is killed and started again, with its staff. */
final class Radicale implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern UID = Pattern.compile("(?m)^UID:(.*?)\\s*$");
  private static final Pattern START = Pattern.compile("(?m)^DTSTART[^:]*:(\\d{8}T\\d{6})Z");
  private static final Pattern END = Pattern.compile("(?m)^DTEND[^:]*:(\\d{8}T\\d{6})Z");
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private static final int MOST_TRIES = 3;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final int port;
  private Process process;

  /** What stands in a calendar, as its files say. */
  record Event(String uid, TimeSlot slot, boolean tentative) {}

  Radicale() throws IOException {
    folder = Files.createTempDirectory("escale-storm");
    port = Ports.free();
    Files.writeString(
        folder.resolve("config"),
        "[server]\nhosts = 127.0.0.1:"
            + port
            + "\nmax_connections = 40\n[auth]\ntype = none\n[storage]\nfilesystem_folder = "
            + folder.resolve("calendars")
            + "\n[web]\ntype = none\n");
    start();
  }

  String url() {
    return "http://127.0.0.1:" + port + "/room/";
  }

  void start() throws IOException {
    process =
        new ProcessBuilder("/usr/bin/radicale", "-C", folder.resolve("config").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    var end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      try (var knock = new Socket()) {
        knock.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException notYet) {
        LockSupport.parkNanos(20_000_000);
      }
    }
    throw new IOException("Radicale did not start");
  }

  /** As a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  void calendar(String name) throws IOException, InterruptedException {
    var end = System.nanoTime() + PATIENCE_NANOS;
    while (!send("MKCALENDAR", name + "/", "")) {
      if (System.nanoTime() > end) {
        throw new IOException("no calendar was made");
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Whether staff's event was written. */
  boolean write(String calendar, String name, TimeSlot slot) throws InterruptedException {
    var text =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:staff",
            "BEGIN:VEVENT",
            "UID:" + name,
            "DTSTAMP:20270101T000000Z",
            "DTSTART:" + STAMP.format(slot.from()),
            "DTEND:" + STAMP.format(slot.to()),
            "SUMMARY:staff",
            "END:VEVENT",
            "END:VCALENDAR",
            "");
    return send("PUT", calendar + "/" + name + ".ics", text);
  }

  void remove(String calendar, String name) throws InterruptedException {
    send("DELETE", calendar + "/" + name + ".ics", "");
  }

  private boolean send(String method, String path, String body) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", "text/calendar; charset=utf-8")
            .header("Authorization", "Basic cm9vbTp4")
            .method(method, BodyPublishers.ofString(body));
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      try {
        var status = http.send(request.build(), BodyHandlers.ofString()).statusCode();
        return status < 300 || (tries > 1 && method.equals("MKCALENDAR") && status == 409);
      } catch (IOException closed) {
        // down, or a line that a server of HTTP/1.0 closed and the client still believed in
        Thread.onSpinWait();
      }
    }
    return false;
  }

  /** What stands there, read from its files. */
  List<Event> standing(String calendar) throws IOException {
    var files = folder.resolve("calendars/collection-root/room").resolve(calendar);
    try (var all = Files.list(files)) {
      return all.filter(file -> file.toString().endsWith(".ics")).map(Radicale::event).toList();
    }
  }

  private static Event event(Path file) {
    try {
      var text = Files.readString(file).replace("\r", "").replace("\n ", "");
      var slot = new TimeSlot(instant(START, text), instant(END, text));
      return new Event(found(UID, text), slot, text.contains("STATUS:TENTATIVE"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Instant instant(Pattern pattern, String text) {
    return STAMP.parse(found(pattern, text) + "Z", Instant::from);
  }

  private static String found(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return found.group(1);
  }

  @Override
  public void close() throws IOException {
    try {
      kill();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

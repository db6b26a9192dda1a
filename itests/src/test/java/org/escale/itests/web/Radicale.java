package org.escale.itests.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.escale.tck.machine.Ports;

/** A real Radicale: the calendar that a centre has, and its staff who write into it. */
public final class Radicale implements AutoCloseable {
  /** The first calendar. */
  public static final String DESK = "/room/desk/";

  private static final String PROGRAM = "/usr/bin/radicale";
  private static final int MOST_TRIES = 5;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = Ports.free();
  private final Process process;

  /** Starts it; {@link #DESK} is there at once. */
  public Radicale(Path folder) throws IOException {
    if (!Files.isExecutable(Path.of(PROGRAM))) {
      throw new AssertionError("install the Debian package radicale; ./test does it");
    }
    process =
        new ProcessBuilder(
                PROGRAM,
                "--hosts=127.0.0.1:" + port,
                "--auth-type=none",
                "--storage-filesystem-folder=" + folder)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("radicale.log").toFile())
            .start();
    Awaitility.await("Radicale listens").atMost(Duration.ofSeconds(60)).until(this::listens);
    make(DESK);
  }

  private boolean listens() {
    try (var knock = new Socket()) {
      knock.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** One more calendar. */
  public void make(String calendar) {
    send("MKCALENDAR", calendar, "");
  }

  /** All that stands in a calendar, as it is kept. */
  public String read(String calendar) {
    return send("GET", calendar, "");
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** Somebody at the centre writes an event, in UTC as {@code 20270104T090000Z}. */
  void writes(String uid, String from, String to) {
    writes(DESK, uid, from, to);
  }

  /** The same, into that calendar. */
  public void writes(String calendar, String uid, String from, String to) {
    send(
        "PUT",
        calendar + uid + ".ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//staff//EN
        BEGIN:VEVENT
        UID:%s
        DTSTAMP:20260101T000000Z
        DTSTART:%s
        DTEND:%s
        SUMMARY:Madame Canari
        END:VEVENT
        END:VCALENDAR
        """
            .formatted(uid, from, to)
            .replace("\n", "\r\n"));
  }

  private String send(String method, String path, String body) {
    var basic = Base64.getEncoder().encodeToString("room:secret".getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(url()).resolve(path))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "text/calendar; charset=utf-8")
            .method(method, BodyPublishers.ofString(body));
    for (int tries = 1; ; tries++) {
      try {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        var there = tries > 1 && method.equals("MKCALENDAR") && answer.statusCode() == 409;
        if (answer.statusCode() >= 300 && !there) {
          throw new AssertionError(method + " " + path + ": " + answer.statusCode());
        }
        return answer.body();
      } catch (IOException cut) {
        // a server of HTTP/1.0 closes a line that the client still believes in
        if (tries == MOST_TRIES) {
          throw new AssertionError(cut);
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

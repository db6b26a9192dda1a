package org.escale.bench.centres;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Centres' calendars in a Radicale, with their staff. */
final class Calendars {
  private static final int MOST_REPEATS = 4;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;

  Calendars(URI server) {
    this.server = server;
  }

  URI server() {
    return server;
  }

  /** A new one, empty. */
  void make(String name) throws IOException, InterruptedException {
    send("MKCALENDAR", "/room/" + name + "/", "");
  }

  /** A centre's system with one desk whose name it has, to be read at {@code at} every 30 s. */
  String row(String centre, String name, URI at) {
    return """
        {"id":"%s","centreId":"%s","kind":"caldav","poll":"PT30S","spaces":{"%s":"/room/%s/"},
         "settings":{"url":"%s","username":"room","password":"secret","localToo":"true"}}
        """
        .formatted(name, centre, name, name, at);
  }

  /** Staff takes an hour. */
  void staff(String name, Slots slot) throws IOException, InterruptedException {
    var uid = UUID.randomUUID().toString();
    var event =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:staff",
            "BEGIN:VEVENT",
            "UID:" + uid,
            "DTSTAMP:20260101T000000Z",
            "DTSTART:" + Slots.basic(slot.from()),
            "DTEND:" + Slots.basic(slot.to()),
            "SUMMARY:staff",
            "END:VEVENT",
            "END:VCALENDAR",
            "");
    send("PUT", "/room/" + name + "/" + uid + ".ics", event);
  }

  /** What {@code method} is answered; Radicale closes lines that the client keeps. */
  private void send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Basic cm9vbTpzZWNyZXQ=")
            .header("Content-Type", "text/calendar; charset=utf-8")
            .method(method, BodyPublishers.ofString(body))
            .build();
    for (int i = 0; ; i++) {
      try {
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
          throw new IllegalStateException(method + ": " + status);
        }
        return;
      } catch (IOException cut) {
        if (i == MOST_REPEATS) {
          throw cut;
        }
      }
    }
  }
}

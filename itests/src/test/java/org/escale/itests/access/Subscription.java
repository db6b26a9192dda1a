package org.escale.itests.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.Http;

/** Follows the event streams as one caller. */
record Subscription(Sweep sweep, Optional<Account> caller) {

  /** What the stream of a job says until it ends. */
  Seen job(String id) {
    return until("/api/v1/jobs/" + id, "");
  }

  /** What the stream of all changes says, up to the last that a list of them has. */
  Seen changes() {
    var last = last();
    return until("/api/v1/events?cursor=0", last);
  }

  /** The cursor after all changes that are there. */
  static String head(Http http) {
    return pages(http).get(0);
  }

  /** The last change that is listed; empty where nothing is. */
  private String last() {
    return pages(sweep.http(caller)).get(1);
  }

  /** The cursor after the last page, and the last change on any. */
  private static List<String> pages(Http http) {
    var last = "";
    var cursor = "";
    for (var next = "0"; !next.isEmpty() && !next.equals(cursor); ) {
      cursor = next;
      var page = http.get("/api/v1/events?limit=1000&cursor=" + cursor).json();
      last = page.at("/items/" + (page.path("items").size() - 1) + "/seq").asText(last);
      next = page.path("next").asText("");
    }
    return List.of(cursor, last);
  }

  /** Up to that event; a stream that has nothing more to say ends, or is heard breathing. */
  private Seen until(String path, String last) {
    var http = sweep.http(caller);
    var answer = http.stream(http.to(path).setHeader("Accept", "text/event-stream").GET());
    var text = new StringBuilder();
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      boolean seen = false;
      boolean over = false;
      for (var line = lines.readLine(); line != null; line = over ? null : lines.readLine()) {
        text.append(line).append('\n');
        seen |= line.equals("id: " + last);
        over = line.startsWith(": heartbeat") || (seen && line.isEmpty());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Seen(answer.statusCode(), text.toString(), answer.headers().toString());
  }
}

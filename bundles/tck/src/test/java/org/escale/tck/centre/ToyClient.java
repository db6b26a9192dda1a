package org.escale.tck.centre;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Key;
import org.escale.word.TimeSlot;

/** Speaks the toy system's protocol. */
final class ToyClient {
  private final String url;
  private final Duration deadline;
  private final Fault fault;

  ToyClient(String url, Duration deadline, Fault fault) {
    this.url = url;
    this.deadline = fault == Fault.NO_DEADLINE ? Duration.ofSeconds(8) : deadline;
    this.fault = fault;
  }

  List<ForeignEntry> all(String space) throws CentreException {
    try {
      var body = send(HttpRequest.newBuilder(URI.create(url + space)).GET()).body();
      return body.lines().map(this::entry).toList();
    } catch (IOException silent) {
      throw new CentreException(Trouble.UNAVAILABLE, "no answer");
    }
  }

  /** The status; 0 where nothing was sent, -1 where no answer came. */
  int write(String path, String condition, Optional<String> row) {
    var request = HttpRequest.newBuilder(URI.create(url + path)).header("Condition", condition);
    try {
      return send(row.map(r -> request.PUT(BodyPublishers.ofString(r))).orElseGet(request::DELETE))
          .statusCode();
    } catch (ConnectException never) {
      return 0;
    } catch (IOException silent) {
      return -1;
    }
  }

  private java.net.http.HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return HttpClient.newBuilder()
          .connectTimeout(deadline)
          .build()
          .send(request.timeout(deadline).build(), BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  private ForeignEntry entry(String row) {
    var cells = row.split("\\|", 6);
    List<TimeSlot> slots =
        cells[2].isEmpty()
            ? List.of()
            : List.of(new TimeSlot(Instant.parse(cells[2]), Instant.parse(cells[3])));
    var key = Key.of(cells[0]);
    var name = Integer.toHexString(cells[0].hashCode());
    var id = key.isPresent() || fault == Fault.LEAKS ? cells[0] : name;
    return new ForeignEntry(id, cells[1], slots, Boolean.parseBoolean(cells[4]), key);
  }
}

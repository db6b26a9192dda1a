package org.escale.box;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The line to the hub, opened from inside; each request is signed and takes 20 s at most. */
final class Line {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HttpClient client;
  private final Clock clock;
  private final OwnKey key;
  private final Duration limit;

  Line(Clock clock, OwnKey key) {
    this(
        HttpClient.newBuilder().connectTimeout(LIMIT).version(HttpClient.Version.HTTP_1_1).build(),
        clock,
        key,
        LIMIT);
  }

  private Line(HttpClient client, Clock clock, OwnKey key, Duration limit) {
    this.client = client;
    this.clock = clock;
    this.key = key;
    this.limit = limit;
  }

  /** The same line with less patience. */
  Line within(Duration less) {
    return new Line(client, clock, key, less);
  }

  /** Comes with the token. */
  Told enrol(String hub, String token) throws IOException {
    var body =
        "{\"token\":" + Json.text(token) + ",\"publicKey\":" + Json.text(key.publicKey()) + "}";
    return send(at(hub, "/gateways/enrol").POST(BodyPublishers.ofString(body)));
  }

  /** Reads what is not as it was known. */
  Told get(Identity me, String what, String known) throws IOException {
    var path = "/gateways/" + me.box() + "/" + what;
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var request =
        at(me.hub(), path)
            .header("Box-Time", now.toString())
            .header("Box-Signature", key.sign("GET " + path + "\n" + now + "\n"));
    if (!known.isEmpty()) {
      request.header("If-None-Match", "\"" + known + "\"");
    }
    return send(request.GET());
  }

  /** Says something. */
  Told post(Identity me, String what, String body) throws IOException {
    var path = "/gateways/" + me.box() + "/" + what;
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var signature = key.sign("POST " + path + "\n" + now + "\n" + body);
    var order =
        "{\"at\":\"%s\",\"signature\":\"%s\",\"body\":%s}"
            .formatted(now, signature, Json.text(body));
    return send(at(me.hub(), path).POST(BodyPublishers.ofString(order)));
  }

  private static HttpRequest.Builder at(String hub, String path) {
    return HttpRequest.newBuilder(URI.create(hub + "/api/v1" + path))
        .header("Content-Type", "application/json");
  }

  private Told send(HttpRequest.Builder request) throws IOException {
    var asked = client.sendAsync(request.build(), BodyHandlers.ofString());
    try {
      var answer = asked.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      var signature = answer.headers().firstValue("Box-Signature").orElse("");
      return new Told(answer.statusCode(), answer.body(), signature);
    } catch (TimeoutException tooSlow) {
      asked.cancel(true); // which closes the connection: nothing of it comes any more
      throw new IOException("the hub takes longer than " + limit.toMillis() + " ms", tooSlow);
    } catch (ExecutionException away) {
      throw new IOException(away.getCause().getMessage(), away.getCause());
    } catch (InterruptedException stopped) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}

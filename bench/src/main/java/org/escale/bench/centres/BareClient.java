package org.escale.bench.centres;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.escale.bench.centres.Recorder.Request;

/** Sends what was recorded of one booking again for another, one request after the other. */
final class BareClient {
  private static final int MOST_REPEATS = 4;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final List<Request> booking;

  BareClient(URI server, List<Request> booking) {
    this.server = server;
    this.booking = booking;
  }

  /** Books, with those texts of the recorded booking replaced. */
  void book(Map<String, String> instead) throws IOException, InterruptedException {
    var etag = "";
    for (var request : booking) {
      var asked = HttpRequest.newBuilder(server.resolve(put(request.path(), instead)));
      for (var header : request.headers().entrySet()) {
        var conditional = header.getKey().equalsIgnoreCase("If-Match");
        asked.header(header.getKey(), conditional ? etag : header.getValue());
      }
      asked.method(request.method(), BodyPublishers.ofString(put(request.body(), instead)));
      var answer = sent(asked.build());
      if (answer.statusCode() >= 300 && answer.statusCode() != 404) {
        throw new IllegalStateException(request.method() + ": " + answer.statusCode());
      }
      etag = answer.headers().firstValue("ETag").orElse(etag);
    }
  }

  /**
   * Radicale closes lines that the JDK's client keeps; the client finds out by its next request.
   */
  private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
    for (int i = 0; ; i++) {
      try {
        return client.send(request, BodyHandlers.ofString());
      } catch (IOException cut) {
        if (i == MOST_REPEATS) {
          throw cut;
        }
      }
    }
  }

  private static String put(String text, Map<String, String> instead) {
    var put = text;
    for (var one : instead.entrySet()) {
      put = put.replace(one.getKey(), one.getValue());
    }
    return put;
  }
}

package org.escale.itests.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests to one instance as one caller. Paths begin with a slash. Time-out: 30 s. */
public final class Http {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final URI base;
  private final String token;

  Http(HttpClient client, URI base, String token) {
    this.client = client;
    this.base = base;
    this.token = token;
  }

  /** What came back. */
  public record Answer(int status, String body, HttpResponse<String> response) {

    /** The body as JSON; a missing node where it is none. */
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException("no JSON: " + body, e);
      }
    }
  }

  public Answer get(String path) {
    return send(to(path).GET());
  }

  public Answer post(String path, String json) {
    return send(
        to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
  }

  public Answer delete(String path) {
    return send(to(path).DELETE());
  }

  /** A request to be completed: method, body, further headers. */
  public HttpRequest.Builder to(String path) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Sends what {@link #to} began. */
  public Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = sent(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body(), response);
  }

  /** Sends what {@link #to} began, for an answer that may be no text. */
  public HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    return sent(request, BodyHandlers.ofByteArray());
  }

  /** Sends what {@link #to} began, for an answer that goes on; to be closed by the caller. */
  public HttpResponse<InputStream> stream(HttpRequest.Builder request) {
    return sent(request, BodyHandlers.ofInputStream());
  }

  private <T> HttpResponse<T> sent(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

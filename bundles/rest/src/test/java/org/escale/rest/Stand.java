package org.escale.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.escale.rest.call.Door;

/** The door on a real socket, before whatever services a test gives it. */
final class Stand implements AutoCloseable {
  private final Server jetty = new Server();
  private final RestServer rest;
  private final RestServer people;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  Stand(List<?> resources, List<?> scim, List<?> extensions) {
    rest = new RestServer(Door.VERSION, resources, extensions);
    people = ScimDoor.server(scim, extensions);
    var connector = new ServerConnector(jetty);
    connector.setHost("127.0.0.1");
    jetty.addConnector(connector);
    var context = new ServletContextHandler();
    var holder = new ServletHolder(rest.servlet());
    holder.setAsyncSupported(true);
    context.addServlet(holder, "/api/*");
    context.addServlet(new ServletHolder(people.servlet()), "/scim/*");
    jetty.setHandler(context);
    try {
      jetty.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    port = connector.getLocalPort();
  }

  int port() {
    return port;
  }

  /** Sends a request; {@code headers} are names and values by turns. */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks for something and waits for nothing; {@code headers} are names and values by turns. */
  CompletableFuture<HttpResponse<String>> ask(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).headers(headers);
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    rest.close();
    people.close();
  }
}

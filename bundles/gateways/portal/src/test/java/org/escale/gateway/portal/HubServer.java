package org.escale.gateway.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The portal's door on a plain HTTP server, as the container serves it. */
final class HubServer implements AutoCloseable {
  private final HttpServer server;
  private final Door door;
  private final List<String> addresses = new CopyOnWriteArrayList<>();

  HubServer(HttpServer server, PortalDriver driver) {
    this.server = server;
    this.door = new Door(driver);
    var threads = new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    threads.prestartAllCoreThreads();
    server.setExecutor(threads);
    server.createContext("/portal/", this::serve);
    server.start();
  }

  /** With a certificate of its own for the address by which the centre knows the hub. */
  static HttpServer secure(Path keys) {
    try (var in = Files.newInputStream(keys)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(in, Tls.PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, Tls.PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      var server = HttpsServer.create(new InetSocketAddress(0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return server;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static HttpServer plain() {
    try {
      return HttpServer.create(new InetSocketAddress(0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Every address that was asked for, as it would stand in a log. */
  List<String> addresses() {
    return List.copyOf(addresses);
  }

  @Override
  public void close() {
    server.stop(0);
    ((ThreadPoolExecutor) server.getExecutor()).shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    addresses.add(uri.toString());
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var path = uri.getPath().substring("/portal/".length());
    var words = Stream.of(path.split("/", -1)).filter(word -> !word.isEmpty()).toList();
    var query = Ask.fields(Optional.ofNullable(uri.getRawQuery()).orElse(""));
    var say = door.answer(new Ask(exchange.getRequestMethod(), words, query, body, from(exchange)));
    say.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", say.type());
    var bytes = say.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(say.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Ask.Sender from(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    var bearer = Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
    var cookie = Optional.ofNullable(headers.getFirst("Cookie")).orElse("");
    return new Ask.Sender(
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        Optional.ofNullable(headers.getFirst("Accept-Language")).orElse(""),
        bearer.replaceFirst("^Bearer ", ""),
        cookie.replaceFirst("^portal=", ""));
  }
}

package org.escale.itests.gear;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** Plays the devices of a story near real gear: by the gateway's name in the story. */
final class GearDoor implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Nas> gear;
  private final HttpServer server;

  GearDoor(Map<String, Nas> gear) throws IOException {
    this.gear = Map.copyOf(gear);
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext("/devices", this::serve);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/devices";
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = "{\"online\":" + moved(JSON.readTree(exchange.getRequestBody())) + "}";
      exchange.sendResponseHeaders(200, answer.length());
      exchange.getResponseBody().write(answer.getBytes(UTF_8));
    }
  }

  private boolean moved(JsonNode move) {
    if (move.path("move").asText().equals("alive")) {
      return gear.values().stream().filter(Nas::alive).count() > 0;
    }
    var nas = gear.get(move.path("gatewayId").asText());
    var person = move.path("person").asText();
    if (move.path("move").asText().equals("vanish")) {
      nas.loses(person);
      return false;
    }
    return nas.enters(person, move.path("key").asText());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

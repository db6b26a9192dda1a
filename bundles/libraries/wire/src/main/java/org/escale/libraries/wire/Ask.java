package org.escale.libraries.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked. */
public record Ask(String method, URI address, Map<String, String> headers, String body) {
  /** Copies the headers. */
  public Ask {
    headers = Map.copyOf(headers);
  }

  /** Without headers and body. */
  public static Ask of(String method, URI address) {
    return new Ask(method, address, Map.of(), "");
  }

  /** With one header more. */
  public Ask with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Ask(method, address, more, body);
  }

  /** With that body. */
  public Ask saying(String type, String text) {
    return new Ask(method, address, headers, text).with("Content-Type", type);
  }

  Ask at(URI other) {
    return new Ask(method, other, headers, body);
  }

  /** Without what may be a secret. */
  @Override
  public String toString() {
    return method;
  }
}

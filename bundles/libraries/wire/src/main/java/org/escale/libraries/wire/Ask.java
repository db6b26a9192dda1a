package org.escale.libraries.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is asked.
 *
 * @param repeatable whether asking twice does the same as asking once
 */
public record Ask(
    String method, URI address, Map<String, String> headers, String body, boolean repeatable) {
  private static final Set<String> HARMLESS = Set.of("GET", "PROPFIND", "REPORT", "OPTIONS");

  /** Copies the headers. */
  public Ask {
    headers = Map.copyOf(headers);
  }

  /** Without headers and body. */
  public static Ask of(String method, URI address) {
    return new Ask(method, address, Map.of(), "", HARMLESS.contains(method));
  }

  /** With one header more. */
  public Ask with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Ask(method, address, more, body, repeatable);
  }

  /** With that body. */
  public Ask saying(String type, String text) {
    return new Ask(method, address, headers, text, repeatable).with("Content-Type", type);
  }

  /** The same, which may be asked twice: a write upon a condition that it makes untrue itself. */
  public Ask twice() {
    return new Ask(method, address, headers, body, true);
  }

  boolean harmless() {
    return HARMLESS.contains(method);
  }

  Ask at(URI other) {
    return new Ask(method, other, headers, body, repeatable);
  }

  /** Without what may be a secret. */
  @Override
  public String toString() {
    return method;
  }
}

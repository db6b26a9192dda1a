package org.escale.gateway.portal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One request to the portal.
 *
 * @param path what follows {@code /portal/}: the gateway, then what of it
 * @param query decoded
 * @param body as it came, 128 kB at most
 */
record Ask(String method, List<String> path, Map<String, String> query, String body, Sender from) {
  /** More fields than that are not looked at. */
  private static final int FIELDS = 40;

  /**
   * Who asks.
   *
   * @param address of its network
   * @param languages what its browser says it reads
   * @param bearer the secret of a machine, or empty
   * @param ticket the cookie that we gave it, or empty
   */
  record Sender(String address, String languages, String bearer, String ticket) {}

  /** Fields as a page sends them; one that is no text is left out. */
  static Map<String, String> fields(String encoded) {
    var fields = new HashMap<String, String>();
    for (var pair : encoded.split("&", FIELDS)) {
      var gap = pair.indexOf('=');
      if (gap > 0) {
        keep(fields, pair.substring(0, gap), pair.substring(gap + 1));
      }
    }
    return Map.copyOf(fields);
  }

  /** The fields of the page that was sent. */
  Map<String, String> form() {
    return fields(body);
  }

  /** Without what may hold a key. */
  @Override
  public String toString() {
    return method + " of the portal";
  }

  private static void keep(Map<String, String> fields, String name, String value) {
    try {
      fields.putIfAbsent(decoded(name), decoded(value));
    } catch (IllegalArgumentException unreadable) {
      return; // as if it had not come
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

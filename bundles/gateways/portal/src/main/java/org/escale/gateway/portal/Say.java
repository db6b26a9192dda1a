package org.escale.gateway.portal;

import java.util.HashMap;
import java.util.Map;

/** One answer of the portal. */
record Say(int status, String type, Map<String, String> headers, String body) {
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Nothing of it is kept by anybody, shown within another page, or told to another. */
  Say {
    var all =
        new HashMap<>(
            Map.of(
                "Cache-Control", "no-store",
                "Content-Security-Policy", NOTHING,
                "Referrer-Policy", "no-referrer",
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY"));
    all.putAll(headers);
    headers = Map.copyOf(all);
  }

  /** A plain text, for machines. */
  static Say text(int status, String body) {
    return new Say(status, "text/plain; charset=utf-8", Map.of(), body);
  }

  /** Goes elsewhere, and never sends there what was sent here. */
  static Say see(String address, Map<String, String> more) {
    var headers = new HashMap<>(more);
    headers.put("Location", address);
    return new Say(303, "text/plain; charset=utf-8", headers, "");
  }
}

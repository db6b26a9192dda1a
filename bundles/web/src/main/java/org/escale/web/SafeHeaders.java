package org.escale.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells the browser not to do. Immutable. */
final class SafeHeaders {
  private final Map<String, String> headers = new LinkedHashMap<>();

  /** With the hash of the one inline script, {@code sha256-...}. */
  SafeHeaders(String inline) {
    headers.put(
        "Content-Security-Policy",
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' '" + inline + "'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'"));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=()");
  }

  /** By name. */
  Map<String, String> all() {
    return Map.copyOf(headers);
  }
}

package org.escale.gateway.portal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

/**
 * Makes the pages: one answer each, below 12 kB, nothing fetched from elsewhere, no script. Safe
 * for many threads.
 */
final class Pages {
  private final Texts texts = new Texts();
  private final String frame = Texts.file("page.html");
  private final String style = Texts.file("page.css");
  private final String styleHash = hash(style);

  /** The pages of that portal for who asks. */
  View view(PortalGateway gateway, Ask ask) {
    return new View(this, gateway, ask);
  }

  Map<String, String> texts(String language) {
    return texts.in(language);
  }

  /** A whole page; forms on it go to us, and from us to that box. */
  Say page(int status, Map<String, String> slots, String box) {
    var html = frame.replace("{style}", style);
    for (var slot : slots.entrySet()) {
      html = html.replace("{" + slot.getKey() + "}", slot.getValue());
    }
    var policy =
        "default-src 'none'; style-src '%s'; form-action 'self' http://%s; base-uri 'none'; frame-ancestors 'none'"
            .formatted(styleHash, box);
    return new Say(
        status, "text/html; charset=utf-8", Map.of("Content-Security-Policy", policy), html);
  }

  /** A text that means nothing to a browser. */
  static String plain(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("{", "&#123;");
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.escale.soap.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** The languages that we speak, and which one the client would like. */
final class Languages {
  private static final List<Locale> SPOKEN =
      List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"));

  private Languages() {}

  /** The best of ours for {@code Accept-Language}; empty where it is missing or none fits. */
  static Optional<Locale> asked(HttpServletRequest request) {
    try {
      return Optional.ofNullable(request.getHeader("Accept-Language"))
          .map(Locale.LanguageRange::parse)
          .map(ranges -> Locale.lookup(ranges, SPOKEN));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

package org.escale.rest.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** The languages that we speak, and which one the client would like. */
public final class Languages {
  private static final List<Locale> SPOKEN =
      List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"));

  private Languages() {}

  /** The language of the request that this thread serves; English where it names none of ours. */
  public static Locale current() {
    return Optional.ofNullable(PhaseInterceptorChain.getCurrentMessage())
        .map(Message::getExchange)
        .map(exchange -> Optional.ofNullable(exchange.getInMessage()).orElse(null))
        .flatMap(Languages::asked)
        .orElse(Locale.ENGLISH);
  }

  /** The best of our languages for an {@code Accept-Language}; empty where none fits. */
  public static Optional<Locale> best(String acceptLanguage) {
    try {
      var ranges = Locale.LanguageRange.parse(acceptLanguage);
      return Optional.ofNullable(Locale.lookup(ranges, SPOKEN));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Locale> asked(Message message) {
    var headers = (Map<?, ?>) message.get(Message.PROTOCOL_HEADERS);
    if (headers == null || !(headers.get("Accept-Language") instanceof List<?> values)) {
      return Optional.empty();
    }
    return values.stream().findFirst().flatMap(value -> best(String.valueOf(value)));
  }
}

package org.escale.centre.soap;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;

/** An event as the service names it. What else stands there is not looked at. */
final class Happening {
  private static final int LONGEST_NUMBER = 20;

  private Happening() {}

  static CentreEvent of(Answered part) throws UnreadableEventException {
    try {
      return new CentreEvent(
          text(part, "key"),
          text(part, "booking"),
          kind(text(part, "kind")),
          at(text(part, "at")),
          text(part, "what"),
          quantity(text(part, "quantity")));
    } catch (IllegalArgumentException odd) {
      throw new UnreadableEventException(text(part, "key"), odd.getMessage());
    }
  }

  private static String text(Answered part, String name) {
    return part.textIfThere(name).orElse("");
  }

  private static Kind kind(String text) {
    try {
      return Kind.valueOf(text);
    } catch (IllegalArgumentException odd) {
      throw new IllegalArgumentException("kind", odd);
    }
  }

  private static Instant at(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException odd) {
      throw new IllegalArgumentException("at", odd);
    }
  }

  private static BigDecimal quantity(String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw new IllegalArgumentException("quantity");
    }
    try {
      return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    } catch (NumberFormatException odd) {
      throw new IllegalArgumentException("quantity", odd);
    }
  }
}

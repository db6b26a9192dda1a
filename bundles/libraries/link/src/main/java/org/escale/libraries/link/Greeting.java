package org.escale.libraries.link;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.escale.libraries.wire.Reply;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.LinkHealth;

/** Finds out whether anybody answers, and what time it is there. */
public interface Greeting {
  /**
   * The answer, if there is a sensible one.
   *
   * @throws CentreException if nobody answers, or not sensibly
   */
  Reply greet() throws CentreException;

  /** How the system is, by greeting it. */
  static LinkHealth health(Greeting greeting) {
    try {
      return new LinkHealth(true, "it answers", clock(greeting.greet()));
    } catch (CentreException silent) {
      return new LinkHealth(false, silent.getMessage());
    }
  }

  private static Optional<Instant> clock(Reply reply) {
    try {
      return reply
          .header("Date")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException odd) {
      return Optional.empty();
    }
  }
}

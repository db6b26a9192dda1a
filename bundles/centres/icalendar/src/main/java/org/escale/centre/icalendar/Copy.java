package org.escale.centre.icalendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Reply;

/**
 * A calendar as it was, and by what its server can tell whether it still is.
 *
 * @param header the question that goes with {@code mark}
 */
record Copy(String text, String header, String mark) {
  /**
   * Servers date files by the second, and some make their ETag of that: what was changed twice in
   * one second looks unchanged. So a mark counts once the file has been left alone for longer.
   */
  private static final Duration AT_REST = Duration.ofSeconds(2);

  /** Empty if the server gives nothing to go by. */
  static Optional<Copy> of(Reply reply) {
    var changed = instant(reply, "Last-Modified");
    var now = instant(reply, "Date");
    if (changed.isPresent() && (now.isEmpty() || now.get().isBefore(changed.get().plus(AT_REST)))) {
      return Optional.empty();
    }
    return reply
        .header("ETag")
        .map(tag -> new Copy(reply.body(), "If-None-Match", tag))
        .or(
            () ->
                reply
                    .header("Last-Modified")
                    .map(date -> new Copy(reply.body(), "If-Modified-Since", date)));
  }

  Ask unlessChanged(Ask ask) {
    return ask.with(header, mark);
  }

  private static Optional<Instant> instant(Reply reply, String name) {
    try {
      return reply
          .header(name)
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException odd) {
      return Optional.empty();
    }
  }
}

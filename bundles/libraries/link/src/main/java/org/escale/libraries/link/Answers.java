package org.escale.libraries.link;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.word.TimeSlot;

/** What a desk says when it is not a place. */
public final class Answers {
  private Answers() {}

  /** A question that came back without an answer, or with one that nobody can use. */
  public static DeskAnswer of(CentreException none) {
    return switch (none.trouble()) {
      case UNAVAILABLE -> new DeskAnswer.Unknown();
      case DENIED -> new DeskAnswer.Refused("denied");
      case SETTING -> new DeskAnswer.Refused("space");
      case GARBLED -> new DeskAnswer.Refused("garbled");
      case FLOODED -> new DeskAnswer.Refused("flooded");
    };
  }

  /** A change that was sent, or was not. */
  public static DeskAnswer of(WireException none) {
    return switch (none.fate()) {
      case NOT_SENT -> new DeskAnswer.Unavailable();
      case CUT, NO_ANSWER, FLOODED -> new DeskAnswer.Unknown();
      case FORBIDDEN -> new DeskAnswer.Refused("denied");
    };
  }

  /** A change that the system did not make, by its status. */
  public static DeskAnswer refused(int status) {
    return switch (status) {
      case 423, 429 -> new DeskAnswer.Unavailable();
      default ->
          status >= 500 ? new DeskAnswer.Unknown() : new DeskAnswer.Refused("status-" + status);
    };
  }

  /** Calendars count seconds. */
  public static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The seconds that a slot touches. */
  public static TimeSlot seconds(TimeSlot slot) {
    var end = seconds(slot.to());
    return new TimeSlot(seconds(slot.from()), end.equals(slot.to()) ? end : end.plusSeconds(1));
  }
}

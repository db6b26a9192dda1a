package org.escale.rest.adapter;

import java.time.Instant;
import java.util.Optional;
import org.escale.federation.SpaceId;
import org.escale.service.Adapters;
import org.escale.service.Adapters.Queued;

/** What is shown of the messages to a centre's system. */
final class QueueViews {
  private QueueViews() {}

  /**
   * A message about a booking that the centre's system has not taken, or that it told and that
   * could not be done.
   *
   * @param what becomes of the booking: its state, or {@code MOVE}; {@code TELL-ARRIVED} for what
   *     it is told of the visit, {@code TOLD-ARRIVED} for what it told
   * @param state {@code ASKED} while the system has it and does not answer, {@code BEHIND} while
   *     the system does not answer what goes before, {@code WAITING} until it is tried next, or
   *     {@code ASIDE} until it is replayed or dropped
   * @param due when it is tried next
   * @param askedSince since when the system has not answered, where it is asked something
   * @param attempts that came to an end
   * @param why it was not taken when it was tried last
   */
  public record QueuedView(
      String id,
      String bookingId,
      Optional<String> spaceId,
      String what,
      String state,
      Instant since,
      Optional<Instant> due,
      Optional<Instant> askedSince,
      int attempts,
      String why) {
    static QueuedView of(Queued q) {
      return new QueuedView(
          q.id(),
          q.booking().value(),
          q.space().map(SpaceId::value),
          q.what(),
          state(q),
          q.since(),
          q.due(),
          q.asked().map(Adapters.Asked::since),
          q.attempts(),
          q.why());
    }

    private static String state(Queued q) {
      return q.asked()
          .map(asked -> asked.it() ? "ASKED" : "BEHIND")
          .orElse(q.due().isPresent() ? "WAITING" : "ASIDE");
    }
  }

  /**
   * Where the system itself may POST one thing without signing in; shown once.
   *
   * @param path below the address of this instance; whoever knows it may use it
   */
  public record SecretAddress(String path) {}

  /** How many of the events that were told are new. */
  public record TakenView(int fresh) {}
}

package org.escale.rest.adapter;

import java.time.Instant;
import java.util.Optional;
import org.escale.federation.SpaceId;
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
   * @param state {@code WAITING}, or {@code ASIDE} until it is replayed or dropped
   * @param due when it is tried next
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
      int attempts,
      String why) {
    static QueuedView of(Queued q) {
      return new QueuedView(
          q.id(),
          q.booking().value(),
          q.space().map(SpaceId::value),
          q.what(),
          q.due().isPresent() ? "WAITING" : "ASIDE",
          q.since(),
          q.due(),
          q.attempts(),
          q.why());
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

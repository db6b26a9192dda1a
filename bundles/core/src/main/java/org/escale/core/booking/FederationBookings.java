package org.escale.core.booking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.BookingOffice;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes bookings for spaces whose calendar is ours, and commits what becomes of them. */
@Component(service = BookingOffice.class)
public final class FederationBookings implements BookingOffice {
  private static final int LONGEST_SERIES = 366;

  /** How often other pieces are tried when somebody was faster. */
  private static final int TRIES = 4;

  private final Commits commits;
  private final Words words;
  private final Taking taking;
  private final Moves moves;
  private final Changes changes;
  private final Requests requests;

  /** Commits there. */
  @Activate
  public FederationBookings(
      @Reference Commits commits,
      @Reference Words words,
      @Reference Taking taking,
      @Reference Moves moves,
      @Reference Changes changes,
      @Reference Requests requests) {
    this.commits = commits;
    this.words = words;
    this.taking = taking;
    this.moves = moves;
    this.changes = changes;
    this.requests = requests;
  }

  @Override
  public Outcome<Kept<Booking>> book(Caller caller, Wanted wanted) {
    if (!caller.may(Operation.BOOKING_WRITE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var outcome = commits.commit(caller, () -> taking.draft(caller, wanted));
    for (int tries = 1; tries < TRIES && lostAPiece(outcome); tries++) {
      outcome = commits.commit(caller, () -> taking.draft(caller, wanted));
    }
    return outcome;
  }

  @Override
  public Outcome<Kept<Booking>> confirm(Caller caller, BookingId id) {
    return change(caller, () -> found(caller, id).then(kept -> confirmed(caller, kept)));
  }

  @Override
  public Outcome<Kept<Booking>> move(Caller caller, BookingId id, TimeSlot slot, long revision) {
    return change(
        caller, () -> found(caller, id).then(kept -> moves.draft(caller, kept, slot, revision)));
  }

  @Override
  public Outcome<Kept<Booking>> stay(Caller caller, BookingId id) {
    return change(caller, () -> found(caller, id).then(kept -> requests.stay(caller, kept)));
  }

  @Override
  public Outcome<Kept<Booking>> cancel(Caller caller, BookingId id, String reason) {
    return change(
        caller, () -> found(caller, id).then(kept -> changes.cancel(caller, kept, reason)));
  }

  @Override
  public Outcome<List<Dated>> series(Caller caller, Wanted wanted, List<TimeSlot> slots) {
    if (!caller.may(Operation.BOOKING_WRITE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    if (slots.isEmpty() || slots.size() > LONGEST_SERIES) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "slots"));
    }
    var series = wanted.series().orElseGet(() -> name(caller));
    var parts = IntStream.range(0, LONGEST_SERIES).boxed();
    if (commits.reused(caller, parts.flatMap(n -> caller.key().map(k -> k.part(n)).stream()))) {
      return Outcome.refused(RefusalCode.KEY_REUSED);
    }
    var answers = new ArrayList<Dated>();
    for (var slot : slots) {
      var part = caller.key().map(key -> caller.under(key.part(answers.size()))).orElse(caller);
      answers.add(dated(slot, book(part, one(wanted, slot, series))));
    }
    return Outcome.done(List.copyOf(answers));
  }

  /** A series that is asked for again has the name that it had. */
  private static String name(Caller caller) {
    return caller
        .key()
        .map(key -> caller.who() + "\n" + key)
        .map(text -> UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(UUID::randomUUID)
        .toString();
  }

  private Outcome<Draft<Booking>> confirmed(Caller caller, Kept<Booking> kept) {
    return requests.asked(kept.word())
        ? requests.agree(caller, kept)
        : changes.confirm(caller, kept);
  }

  private Outcome<Kept<Booking>> change(Caller caller, Supplier<Outcome<Draft<Booking>>> draft) {
    return caller.may(Operation.BOOKING_WRITE)
        ? commits.commit(caller, draft)
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  private Outcome<Kept<Booking>> found(Caller caller, BookingId id) {
    return words
        .get(Booking.class, id, caller.sight())
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  /** Whether a piece that was free when chosen was taken before the commit: others may be free. */
  private static boolean lostAPiece(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused
        && refused.refusal().code() == RefusalCode.EQUIPMENT_TAKEN
        && !refused.refusal().details().containsKey("free");
  }

  private static Wanted one(Wanted wanted, TimeSlot slot, String series) {
    return new Wanted(
        Optional.empty(),
        wanted.space(),
        slot,
        wanted.member(),
        wanted.people(),
        wanted.extras(),
        wanted.holdFor(),
        Optional.of(series));
  }

  private static Dated dated(TimeSlot slot, Outcome<Kept<Booking>> outcome) {
    return outcome instanceof Outcome.Done<Kept<Booking>> done
        ? new Dated(slot, Optional.of(done.value()), Optional.empty())
        : new Dated(
            slot,
            Optional.empty(),
            Optional.of(((Outcome.Refused<Kept<Booking>>) outcome).refusal()));
  }
}

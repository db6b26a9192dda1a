package org.escale.core.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.access.Session;
import org.escale.billing.LedgerTransaction;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.client.Credit;
import org.escale.core.booking.Stays;
import org.escale.core.commits.Draft;
import org.escale.core.credit.Reservations;
import org.escale.core.credit.Reservations.Reserve;
import org.escale.core.rights.People;
import org.escale.core.sessions.Grants;
import org.escale.core.snapshot.Snapshots;
import org.escale.money.Money;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets somebody who is there stay on or leave sooner: the visit's limit, the session's end and what
 * is reserved move with the booking, all or nothing. Safe for many threads.
 */
@Component(service = Stays.class)
public final class OpenStays implements Stays {
  private final Words words;
  private final Snapshots snapshots;
  private final People people;
  private final Closings closings;

  /** Of that snapshot. */
  @Activate
  public OpenStays(
      @Reference Words words,
      @Reference Snapshots snapshots,
      @Reference People people,
      @Reference Closings closings) {
    this.words = words;
    this.snapshots = snapshots;
    this.people = people;
    this.closings = closings;
  }

  @Override
  public Outcome<Kept<Visit>> of(Booking booking, TimeSlot slot, Instant now) {
    var open =
        snapshots.now().where(Visit.class, "guest", booking.guest().person()).stream()
            .filter(visit -> visit.booking().equals(booking.id()) && goesOn(visit, now))
            .flatMap(visit -> snapshots.now().kept(Visit.class, visit.id()).stream())
            .findFirst();
    if (open.isEmpty()) {
      return Outcome.refused(Refusal.of(RefusalCode.WRONG_STATE, "state", booking.state().name()));
    }
    return refusal(booking, open.get().word(), slot, now)
        .<Outcome<Kept<Visit>>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(open.get()));
  }

  private boolean goesOn(Visit visit, Instant now) {
    return until(visit).isAfter(now)
        && closings.end(visit, KnownFacts.NOTHING).ending().due().isAfter(now);
  }

  private static Optional<Refusal> refusal(
      Booking booking, Visit visit, TimeSlot slot, Instant now) {
    if (!slot.from().equals(booking.slot().from())) {
      return Optional.of(Refusal.of(RefusalCode.INVALID_FIELD, "field", "from"));
    }
    if (slot.to().isBefore(now)) {
      return Optional.of(Refusal.of(RefusalCode.SLOT_IN_PAST, "now", now.toString()));
    }
    var longest = visit.startedAt().plus(visit.agreement().terms().longestVisit());
    return slot.to().isAfter(longest)
        ? Optional.of(Refusal.of(RefusalCode.TOO_LATE, "until", longest.toString()))
        : Optional.empty();
  }

  @Override
  public Draft<Booking> draft(Kept<Visit> kept, Booking moved, long revision) {
    var before = kept.word();
    var first = first(before);
    var credit = first.isPresent() ? Optional.<Credit>empty() : credit(before);
    var reserves = (first.isPresent() || credit.isPresent()) && !before.agreement().own();
    var held = reserves ? moved.agreement().terms().ceiling() : Money.ZERO;
    var visit = before.staying(moved.slot(), moved.agreement(), held);
    var more = new Reserve(visit.id(), held.minus(before.reserved()), visit.startedAt());
    var writes = new ArrayList<Write>();
    writes.add(new Write.Put(visit, kept.revision()));
    writes.addAll(
        first
            .map(reservation -> Reservations.change(reservation, more, kept.revision()))
            .orElseGet(() -> Reservations.reserve(credit, visit.agreement(), more)));
    var effects = new ArrayList<Effect>();
    for (var session : toProlong(visit)) {
      var lasting = session.word().lasting(until(visit));
      writes.add(new Write.Put(lasting, session.revision()));
      effects.add(Grants.tell(lasting));
    }
    return Draft.of(moved, revision).also(writes).causing(effects);
  }

  private Optional<LedgerTransaction> first(Visit visit) {
    return words
        .get(LedgerTransaction.class, Reservations.reservation(visit.id()), Sight.PLATFORM)
        .map(Kept::word);
  }

  private Optional<Credit> credit(Visit visit) {
    return people.person(snapshots.now(), visit.guest()).flatMap(person -> person.credit());
  }

  /** Its sessions that hold and have another end. */
  private List<Kept<Session>> toProlong(Visit visit) {
    var snapshot = snapshots.now();
    return snapshot.where(Session.class, "visitId", visit.id()).stream()
        .filter(session -> !Grants.revoked(session) && !session.until().equals(until(visit)))
        .flatMap(session -> snapshot.kept(Session.class, session.id()).stream())
        .toList();
  }

  private Instant until(Visit visit) {
    return SealedLimits.latest(KnownFacts.NOTHING.of(visit, snapshots.now()));
  }
}

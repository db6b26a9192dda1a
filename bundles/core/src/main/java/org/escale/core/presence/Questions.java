package org.escale.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.access.Session;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.core.rights.Meant;
import org.escale.core.rights.Person;
import org.escale.core.rights.Use;
import org.escale.core.sessions.Grants;
import org.escale.core.snapshot.Snapshots;
import org.escale.presence.Authorisation;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Reception;
import org.escale.service.Reception.Question;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers what may be, and what one's own key is; changes nothing. Safe for many threads. */
@Component(service = Questions.class)
public final class Questions {
  private final Snapshots snapshots;
  private final Words words;
  private final Meant meant;
  private final Door door;
  private final Grants grants;

  /** From that snapshot. */
  @Activate
  public Questions(
      @Reference Snapshots snapshots,
      @Reference Words words,
      @Reference Meant meant,
      @Reference Door door,
      @Reference Grants grants) {
    this.snapshots = snapshots;
    this.words = words;
    this.meant = meant;
    this.door = door;
    this.grants = grants;
  }

  /** May this person use this centre and that extra then; {@code NOT_FOUND} for no such centre. */
  Outcome<Authorisation> answer(Caller caller, Question question, Instant now) {
    var snapshot = snapshots.now();
    if (!Arrivals.receivesAt(caller, question.centre())) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var person = meant.person(snapshot, caller, Optional.of(question.member()));
    if (person instanceof Outcome.Refused<Person> unknown) {
      return Outcome.done(Authorisation.refused(unknown.refusal()));
    }
    var at = question.at().orElse(now).truncatedTo(ChronoUnit.SECONDS);
    return person.then(
        who ->
            Arrivals.place(snapshot, who, question.centre(), at)
                .map(
                    place ->
                        answer(new Door.Asking(snapshot, who, place, use(question, at), false))));
  }

  private static Use use(Question question, Instant at) {
    var extras = question.extra().map(Set::of).orElseGet(Set::of);
    return new Use(Optional.empty(), extras, Arrivals.second(at));
  }

  private Authorisation answer(Door.Asking asking) {
    var outcome =
        booked(asking)
            .map(booking -> expected(asking, booking))
            .orElseGet(
                () -> door.walkIn(asking).map(o -> allowed(asking, o.slot(), o.agreement())));
    return outcome instanceof Outcome.Done<Authorisation> done
        ? done.value()
        : Authorisation.refused(((Outcome.Refused<Authorisation>) outcome).refusal());
  }

  private Outcome<Authorisation> expected(Door.Asking asking, Booking booking) {
    var agreement = booking.agreement();
    return door.refusal(
            new Rightful.AtDoor(
                asking.snapshot(),
                asking.person(),
                asking.place(),
                asking.use(),
                Optional.of(agreement),
                false))
        .map(open -> allowed(asking, booking.slot(), agreement));
  }

  private static Authorisation allowed(Door.Asking asking, TimeSlot slot, Agreement agreement) {
    var at = asking.use().slot().from();
    var terms = agreement.terms();
    var longest = at.plus(terms.longestVisit());
    var until = slot.to().isBefore(longest) ? slot.to() : longest;
    return new Authorisation(
        Optional.empty(),
        Optional.of(until),
        Map.of(
            "longestVisitMinutes", Long.toString(terms.longestVisit().toMinutes()),
            "ceiling", terms.ceiling().toString()));
  }

  /** The booking that this person holds there then, or uses already. */
  private Optional<Booking> booked(Door.Asking asking) {
    var guest = asking.person().guest();
    var at = asking.use().slot().from();
    var query =
        Query.where("guest", guest.person().value())
            .and("centreId", asking.place().centre().id().value())
            .between(at.minus(Duration.ofHours(24)), at.plus(Arrivals.EARLY));
    return words.find(Booking.class, query, Sight.PLATFORM).items().stream()
        .map(Kept::word)
        .filter(b -> b.state() == State.CONFIRMED || b.state() == State.CHECKED_IN)
        .filter(b -> b.slot().to().isAfter(at))
        .min(Comparator.comparing(b -> b.slot().from()));
  }

  /** The key of the caller's own session; {@code NOT_FOUND, WRONG_STATE} once it is over. */
  Outcome<Reception.Key> key(Caller caller, VisitId id) {
    var own =
        words
            .get(Visit.class, id, caller.sight())
            .map(Kept::word)
            .filter(v -> caller.standing().person().filter(v.guest().person()::equals).isPresent());
    if (own.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    return snapshots.now().where(Session.class, "visitId", id).stream()
        .filter(session -> own.get().open() && !Grants.revoked(session))
        .findFirst()
        .map(session -> Outcome.done(new Reception.Key(session, grants.key(session))))
        .orElseGet(() -> Outcome.refused(RefusalCode.WRONG_STATE));
  }
}

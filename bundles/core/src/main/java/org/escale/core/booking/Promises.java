package org.escale.core.booking;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.adapter.InstalledAdapter;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.client.Entitlement;
import org.escale.core.centres.Freshness;
import org.escale.core.centres.Supply;
import org.escale.core.rights.Authoriser;
import org.escale.core.rights.Chance;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.rights.Purse;
import org.escale.core.rights.Use;
import org.escale.core.rights.Way;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Extra;
import org.escale.federation.Space;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Decides whether a place can be promised to a person, in the order of precedence of {@code
 * BookingOffice}, and makes the booking that would be written. Safe for many threads.
 */
@Component(service = Promises.class)
public final class Promises {
  private final Agreements agreements;
  private final Purse purse;
  private final Supply supply;
  private final Lines lines;
  private final Freshness freshness;

  /** Decides by these. */
  @Activate
  public Promises(
      @Reference Agreements agreements,
      @Reference Purse purse,
      @Reference Supply supply,
      @Reference Lines lines,
      @Reference Freshness freshness) {
    this.freshness = freshness;
    this.agreements = agreements;
    this.purse = purse;
    this.supply = supply;
    this.lines = lines;
  }

  /** A person at a place, wanting something: all that was looked up. */
  record Case(Snapshot snapshot, Person person, Place place, Wishes wishes) {
    TimeSlot slot() {
      return wishes.wanted().slot();
    }

    Use use() {
      var kinds = new HashSet<String>();
      wishes.extras().keySet().stream().map(Extra::kind).forEach(kinds::add);
      return new Use(Optional.of(wishes.space().kind()), Set.copyOf(kinds), slot());
    }

    Deal deal() {
      var entitlement = person.entitlement().map(Entitlement::id);
      return new Deal(place, place.way().orElseThrow(), wishes.space(), slot(), entitlement);
    }
  }

  /** The agreement under which it could be promised, or the first refusal. */
  Outcome<Agreement> agree(Case wanted) {
    return authorised(wanted)
        .then(this::offered)
        .then(deal -> agreements.seal(wanted.snapshot(), deal))
        .then(agreement -> affordable(wanted, agreement))
        .then(agreement -> fitting(wanted, agreement))
        .then(agreement -> connected(wanted, agreement))
        .then(agreement -> promisable(wanted, agreement));
  }

  /** The agreement for another time: what was agreed holds on, only the slot is new. */
  Outcome<Agreement> agreeAgain(Case moved, Agreement before) {
    return authorised(moved)
        .then(deal -> agreements.again(moved.snapshot(), before, deal.deal()))
        .then(agreement -> affordable(moved, agreement))
        .then(agreement -> fitting(moved, agreement));
  }

  /** Why a booking's desk may not be had then: see {@link Supply#ceded}. */
  Optional<Refusal> ceded(Booking booking, TimeSlot slot) {
    return supply.ceded(booking, slot);
  }

  /** The agreement for staying on: what is reserved already counts as left. */
  Outcome<Agreement> stayOn(Case longer, Agreement before) {
    return authorised(longer)
        .then(deal -> agreements.again(longer.snapshot(), before, deal.deal()))
        .then(agreement -> affordable(longer, agreement, before.terms().ceiling()))
        .then(agreement -> fitting(longer, agreement));
  }

  /** The agreement for leaving sooner: nobody needs a right to that, nor a rule that is away. */
  Agreement leaveSooner(Case shorter, Agreement before) {
    return shorter.place().way().isPresent()
            && agreements.again(shorter.snapshot(), before, shorter.deal())
                instanceof Outcome.Done<Agreement> again
        ? again.value()
        : before;
  }

  private static Outcome<Case> authorised(Case wanted) {
    var person = wanted.person();
    return Authoriser.person(person)
        .or(() -> Authoriser.place(person, wanted.place()))
        .or(() -> Authoriser.use(person, wanted.place(), wanted.use()))
        .<Outcome<Case>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(wanted));
  }

  private Outcome<Deal> offered(Case wanted) {
    var deal = wanted.deal();
    return agreements.offered(wanted.snapshot(), deal)
        ? Outcome.done(deal)
        : Outcome.refused(
            Refusal.of(RefusalCode.RULE_MISSING, "networkId", deal.way().contract().value()));
  }

  /** The booking that would be written, or why there is none. */
  Outcome<Booking> promise(Case wanted, Instant now) {
    return agree(wanted)
        .then(
            agreement ->
                isFree(wanted)
                    .then(free -> lines.of(wanted.wishes().extras(), wanted.slot()))
                    .map(chosen -> booking(wanted, agreement, chosen, now)));
  }

  private Outcome<Agreement> affordable(Case wanted, Agreement agreement) {
    return affordable(wanted, agreement, Money.ZERO);
  }

  private Outcome<Agreement> affordable(Case wanted, Agreement agreement, Money held) {
    var left =
        wanted.place().way().filter(Way::own).isPresent()
            ? Optional.<Money>empty()
            : purse.left(wanted.snapshot(), wanted.person(), wanted.slot().from()).map(held::plus);
    var open = wanted.place().centre().hours().covers(wanted.slot());
    return Authoriser.chance(new Chance(false, left, agreement.terms().ceiling(), true, open))
        .map(no -> Purse.told(no, wanted.snapshot(), wanted.person()))
        .<Outcome<Agreement>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(agreement));
  }

  /** Nobody is promised a place where nobody is heard (R34), and told since when. */
  private Outcome<Agreement> connected(Case wanted, Agreement agreement) {
    return supply
        .cutSince(wanted.place().centre().id())
        .<Outcome<Agreement>>map(
            since ->
                Outcome.refused(
                    Refusal.of(RefusalCode.NO_CONNECTIVITY, "silentSince", since.toString())))
        .orElseGet(() -> Outcome.done(agreement));
  }

  private static Outcome<Agreement> fitting(Case wanted, Agreement agreement) {
    Space space = wanted.wishes().space();
    if (wanted.wishes().wanted().people() > space.seats()) {
      return Outcome.refused(
          Refusal.of(RefusalCode.TOO_MANY_PEOPLE, "seats", Integer.toString(space.seats())));
    }
    if (!space.ours(wanted.slot())) {
      return Outcome.refused(Refusal.of(RefusalCode.SPACE_TAKEN, "spaceId", space.id().value()));
    }
    if (!wanted.place().centre().online()) {
      return Outcome.refused(RefusalCode.NO_CONNECTIVITY);
    }
    return Outcome.done(agreement);
  }

  /** A centre's system that was never read can promise nothing, and only we can hold. */
  private Outcome<Agreement> promisable(Case wanted, Agreement agreement) {
    var space = wanted.wishes().space();
    if (wanted.wishes().wanted().holdFor().isPresent() && !Freshness.decidedHere(space)) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "holdFor"));
    }
    return freshness.asOf(space, wanted.slot().from()).isPresent()
        ? Outcome.done(agreement)
        : Outcome.refused(unread(wanted.snapshot(), space));
  }

  /** Told in how many seconds its system is read again, where it has one; else it cannot be. */
  private static Refusal unread(Snapshot snapshot, Space space) {
    return snapshot.where(InstalledAdapter.class, "centreId", space.centre()).stream()
        .filter(system -> system.named(space.id()).isPresent())
        .findFirst()
        .map(system -> Long.toString(Math.max(1, system.period(false).toSeconds())))
        .map(
            seconds ->
                new Refusal(
                    RefusalCode.TEMPORARILY_UNAVAILABLE,
                    Map.of("centreSystem", "not read yet", "retryAfter", seconds)))
        .orElseGet(() -> Refusal.of(RefusalCode.WRONG_STATE, "truthMode", space.truth().name()));
  }

  private Outcome<Space> isFree(Case wanted) {
    var space = wanted.wishes().space();
    return supply.of(List.of(space), wanted.slot()).isEmpty()
        ? Outcome.refused(Refusal.of(RefusalCode.SPACE_TAKEN, "spaceId", space.id().value()))
        : Outcome.done(space);
  }

  private static Booking booking(
      Case wanted, Agreement agreement, List<Booking.Line> lines, Instant now) {
    var wish = wanted.wishes().wanted();
    var decision = Decision.of(wanted.wishes(), now);
    return new Booking(
        wish.id().orElseGet(() -> new BookingId(UUID.randomUUID().toString())),
        wanted.place().centre().id(),
        wish.space(),
        wanted.person().guest(),
        wish.slot(),
        decision.state(),
        wish.people(),
        lines,
        agreement,
        decision.until(),
        false,
        wish.series(),
        Optional.empty());
  }
}

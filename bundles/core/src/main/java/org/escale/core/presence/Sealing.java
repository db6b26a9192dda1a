package org.escale.core.presence;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.client.Pass;
import org.escale.core.booking.Agreements;
import org.escale.core.booking.Deal;
import org.escale.core.plugins.TermsInForce;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.NetworkId;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.spi.store.Words;
import org.escale.terms.Rounding;
import org.escale.terms.Terms;
import org.escale.terms.Terms.Sealed;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Seals what a walk-in agrees to. While a rule is away the door stays open: what was sealed last
 * for such a place under the same dated terms holds again, and without that the dated terms alone,
 * without a price, so that the record waits instead of being guessed (law U8).
 */
@Component(service = Sealing.class)
public final class Sealing {
  private static final Duration LOOK_BACK = Duration.ofDays(62);
  private static final Duration GRACE = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Agreements agreements;
  private final Words words;
  private final Clock clock;

  private record InForce(Sealed billing, Sealed visit, Sealed payout) {}

  /** As bookings are sealed. */
  @Activate
  public Sealing(@Reference Agreements agreements, @Reference Words words, @Reference Clock clock) {
    this.agreements = agreements;
    this.words = words;
    this.clock = clock;
  }

  /** The agreement; {@code RULE_MISSING} only where a network never stated any terms. */
  Outcome<Agreement> seal(Snapshot snapshot, Deal deal) {
    var sealed = agreements.seal(snapshot, deal);
    return sealed instanceof Outcome.Done
        ? sealed
        : inForce(snapshot, deal)
            .map(terms -> Outcome.done(agreement(snapshot, deal, terms)))
            .orElse(sealed);
  }

  private Agreement agreement(Snapshot snapshot, Deal deal, InForce inForce) {
    var way = deal.way();
    return new Agreement(
        way.contract(),
        way.affiliation(),
        inForce.payout(),
        lastSealed(snapshot, deal, inForce).orElseGet(() -> bare(inForce)),
        way.pass().map(Pass::id),
        deal.entitlement(),
        way.own());
  }

  private static Optional<InForce> inForce(Snapshot snapshot, Deal deal) {
    var contract = deal.way().contract();
    return sealed(snapshot, contract, "billing", deal)
        .flatMap(
            billing ->
                sealed(snapshot, contract, "visit", deal)
                    .flatMap(
                        visit ->
                            sealed(snapshot, deal.way().affiliation(), "billing", deal)
                                .map(payout -> new InForce(billing, visit, payout))));
  }

  private static Optional<Sealed> sealed(
      Snapshot snapshot, NetworkId network, String contract, Deal deal) {
    return TermsInForce.at(snapshot, network, contract, deal.slot().from());
  }

  private Optional<Terms> lastSealed(Snapshot snapshot, Deal deal, InForce inForce) {
    var now = clock.instant();
    var query =
        Query.where("centreId", deal.space().centre().value())
            .between(now.minus(LOOK_BACK), now.plus(LOOK_BACK));
    Optional<Terms> last = Optional.empty();
    var page = words.find(Booking.class, query, Sight.PLATFORM);
    while (true) {
      var later = latest(page.items(), snapshot, deal, inForce);
      last = later.isPresent() ? later : last;
      if (page.next().isEmpty()) {
        return last;
      }
      page = words.find(Booking.class, query.after(page.next().getAsLong()), Sight.PLATFORM);
    }
  }

  private static Optional<Terms> latest(
      List<Kept<Booking>> bookings, Snapshot snapshot, Deal deal, InForce inForce) {
    return bookings.stream()
        .map(Kept::word)
        .filter(booking -> alike(booking.agreement(), deal, inForce))
        .filter(booking -> kindOf(snapshot, booking).equals(Optional.of(deal.space().kind())))
        .reduce((earlier, later) -> later)
        .map(booking -> booking.agreement().terms());
  }

  private static boolean alike(Agreement agreement, Deal deal, InForce inForce) {
    return agreement.terms().billing().equals(inForce.billing())
        && agreement.terms().visit().equals(inForce.visit())
        && agreement.pass().isPresent() == deal.way().pass().isPresent()
        && !agreement.terms().prices().isEmpty();
  }

  private static Optional<SpaceKind> kindOf(Snapshot snapshot, Booking booking) {
    return snapshot.get(Space.class, booking.space()).map(Space::kind);
  }

  private static Terms bare(InForce inForce) {
    return new Terms(
        inForce.billing(),
        inForce.visit(),
        Duration.ZERO,
        Duration.ZERO,
        GRACE,
        LONGEST,
        Rounding.EXACT,
        List.of(),
        Money.ZERO);
  }
}

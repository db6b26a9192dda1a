package org.escale.core.booking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.Agreement;
import org.escale.client.Pass;
import org.escale.core.plugins.Rules;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Rated;
import org.escale.terms.Terms;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Chooses among several affiliations that open a place: the one through which the centre earns
 * least for that space and slot by its sealed terms, then by id (law U7). What rules said is
 * remembered, at most 10,000 answers. Safe for many threads.
 */
@Component(service = Ties.class)
public final class Ties {
  private static final int MOST = 10_000;

  private final Rules rules;
  private final Cache<Asked, Money> known = Caffeine.newBuilder().maximumSize(MOST).build();

  private record Asked(Terms.Sealed payout, Terms terms, SpaceKind kind, TimeSlot slot) {}

  private record Priced(Agreement agreement, Optional<Money> payout) {
    boolean unknown() {
      return payout.isEmpty();
    }

    Money least() {
      return payout.orElse(Money.ZERO);
    }
  }

  /** Asks those rules what it does not know. */
  @Activate
  public Ties(@Reference Rules rules) {
    this.rules = rules;
  }

  /**
   * The agreement by the best of the ways there are. A way whose payout price nobody can tell now
   * comes last; the refusal of the first where no agreement can be made at all.
   */
  Outcome<Agreement> best(Deal deal, Function<Deal, Outcome<Agreement>> seal) {
    var made = new ArrayList<Priced>();
    var refused = new ArrayList<Outcome<Agreement>>();
    for (var way : deal.byEachWay()) {
      var outcome = seal.apply(way);
      if (outcome instanceof Outcome.Done<Agreement> done) {
        made.add(new Priced(done.value(), payout(way, done.value())));
      } else {
        refused.add(outcome);
      }
    }
    return made.stream()
        .min(Comparator.comparing(Priced::unknown).thenComparing(Priced::least))
        .map(best -> Outcome.done(best.agreement()))
        .orElseGet(() -> refused.get(0));
  }

  private Optional<Money> payout(Deal deal, Agreement agreement) {
    var asked = new Asked(agreement.payout(), agreement.terms(), deal.space().kind(), deal.slot());
    var before = Optional.ofNullable(known.getIfPresent(asked));
    return before.or(
        () -> {
          var price = deal.way().pass().flatMap(pass -> asked(deal, agreement, pass));
          price.ifPresent(money -> known.put(asked, money));
          return price;
        });
  }

  private Optional<Money> asked(Deal deal, Agreement agreement, Pass pass) {
    var facts = new Facts(whole(deal, agreement, pass), Optional.of(pass));
    return rules.payout(agreement.payout(), facts) instanceof Outcome.Done<Rated> rated
        ? rated.value().amount()
        : Optional.empty();
  }

  /** The record of all of the slot; never written. */
  private static UsageRecord whole(Deal deal, Agreement agreement, Pass pass) {
    return new UsageRecord(
        new UsageRecordId("tie"),
        UsageRecord.Kind.TIME,
        Optional.of(deal.space().centre()),
        Optional.of(deal.space().id()),
        Optional.of(deal.space().kind()),
        pass.holder(),
        Optional.empty(),
        agreement,
        deal.space().id().value(),
        BigDecimal.valueOf(deal.slot().length().toSeconds()),
        "second",
        deal.slot(),
        Optional.empty(),
        "tie",
        Optional.empty(),
        UsageRecord.Chain.NONE);
  }
}

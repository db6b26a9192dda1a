package org.escale.core.booking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import org.escale.core.plugins.Rules;
import org.escale.refusal.Outcome;
import org.escale.spi.billing.Offer;
import org.escale.spi.billing.Prices;
import org.escale.spi.visit.Limits;
import org.escale.terms.Terms.Sealed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Remembers what rules said, at most 50,000 answers: the same version, terms and offer have the
 * same prices for ever (law U7), also while the rule is away. Spaces of one centre that differ in
 * nothing but name are one offer. Safe for many threads.
 */
@Component(service = PriceBook.class)
public final class PriceBook {
  private static final int MOST = 50_000;

  private final Rules rules;
  private final Cache<Key, Prices> prices = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<Sealed, Limits> limits = Caffeine.newBuilder().maximumSize(1000).build();

  /** Asks those rules what it does not know. */
  @Activate
  public PriceBook(@Reference Rules rules) {
    this.rules = rules;
  }

  /** An offer under a rule; its hash looks at what differs most. */
  private record Key(Sealed rule, Offer offer) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && rule.equals(key.rule)
          && offer.slot().equals(key.offer.slot())
          && offer.stars() == key.offer.stars()
          && offer.pass().equals(key.offer.pass())
          && offer.extras().equals(key.offer.extras())
          && offer.centre().equals(key.offer.centre())
          && Alike.of(offer.space()).equals(Alike.of(key.offer.space()));
    }

    @Override
    public int hashCode() {
      return Objects.hash(
          rule.terms(), offer.centre().id(), offer.space().kind(), offer.slot(), offer.stars());
    }
  }

  /** The prices of that offer; {@code RULE_MISSING}. */
  Outcome<Prices> prices(Sealed rule, Offer offer) {
    var key = new Key(rule, offer);
    var known = prices.getIfPresent(key);
    return known != null
        ? Outcome.done(known)
        : rules
            .prices(rule, offer)
            .map(
                answer -> {
                  prices.put(key, answer);
                  return answer;
                });
  }

  /** The limits of a visit under that rule; {@code RULE_MISSING}. */
  Outcome<Limits> limits(Sealed rule) {
    var known = limits.getIfPresent(rule);
    return known != null
        ? Outcome.done(known)
        : rules
            .limits(rule)
            .map(
                answer -> {
                  limits.put(rule, answer);
                  return answer;
                });
  }
}

package org.escale.tck.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.terms.Price;
import org.escale.terms.Rounding;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms;
import org.escale.terms.TermsId;

/** What a sample booking agreed. */
final class SampleTerms {
  private SampleTerms() {}

  /** Terms with something in every part. */
  static Agreement agreement() {
    var sealed = new Terms.Sealed(new RuleRef("acme/billing/1"), new TermsId("acme.billing.1"));
    var terms =
        new Terms(
            sealed,
            sealed,
            Duration.ofHours(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofHours(12),
            new Rounding(Duration.ofMinutes(15)),
            List.of(new Price("desk", "hour", Money.euro("5.00"))),
            Money.euro("60.00"));
    return new Agreement(
        new NetworkId("acme"),
        new NetworkId("acme"),
        sealed,
        terms,
        Optional.empty(),
        Optional.empty(),
        false);
  }
}

package org.escale.tck.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.escale.money.Money;
import org.escale.spi.network.AffiliationRules;
import org.escale.tck.RuleContract;
import org.junit.Test;

/**
 * The rules AF1 and AF2 of {@link AffiliationRules}.
 *
 * @param <T> the rule's terms
 */
public abstract class AffiliationRulesContract<T extends Record>
    extends RuleContract<AffiliationRules<T>> {
  /** A contract test of affiliation rules. */
  protected AffiliationRulesContract() {
    super("affiliation");
  }

  @Test
  public void af1_theNetworkIsTheSameAtEveryCallAndNamesItsRules() {
    assertEquals(subject().network(), subject().network());
    assertEquals(subject().ref().network(), subject().network().id().value());
  }

  @Test
  public void af2_theOfferIsPure() {
    assertPure(List.of(subject().released()), subject()::offer);
  }

  @Test
  public void af2_theCommitmentLastsAMonthAtLeast() {
    assertTrue(subject().offer(subject().released()).commitment().toTotalMonths() >= 1);
  }

  @Test
  public void af2_eachYearHasAFeeAndNoneIsNegative() {
    var fees = subject().offer(subject().released()).yearlyFees();
    assertFalse("no fee at all", fees.isEmpty());
    assertFalse("a negative fee", fees.stream().anyMatch(Money::isNegative));
  }
}

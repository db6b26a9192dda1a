package org.escale.tck;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.escale.money.Money;
import org.escale.money.Rate;
import org.escale.terms.Rule;
import org.junit.Test;

/**
 * What every rule holds: a stable name, and released terms that can be entered again as text.
 *
 * @param <R> the rule
 */
public abstract class RuleContract<R extends Rule<?>> extends OnceMade<R> {
  private static final Set<Class<?>> TERMS =
      Set.of(
          Money.class,
          Rate.class,
          Duration.class,
          Period.class,
          ZoneId.class,
          int.class,
          boolean.class,
          String.class,
          BigDecimal.class,
          List.class,
          Set.class);

  private final String contract;

  /** A contract under the name that stands in rule references. */
  protected RuleContract(String contract) {
    this.contract = contract;
  }

  @Test
  public void theReferenceIsStableAndNamesTheContract() {
    assertEquals(subject().ref(), subject().ref());
    assertEquals(contract, subject().ref().contract());
  }

  @Test
  public void releasedTermsAreStableAndCanBeEnteredAsText() {
    assertEquals(subject().released(), subject().released());
    var components = subject().released().getClass().getRecordComponents();
    var kinds = Arrays.stream(components).map(RecordComponent::getType).toList();
    assertTrue("terms of other types: " + kinds, TERMS.containsAll(kinds));
  }

  /** Asks every question in one order, then in the other: a pure rule answers the same. */
  protected static <F, A> void assertPure(List<F> facts, Function<F, A> rule) {
    var first = facts.stream().map(rule).toList();
    var backwards = new ArrayList<>(facts);
    Collections.reverse(backwards);
    var second = new ArrayList<>(backwards.stream().map(rule).toList());
    Collections.reverse(second);
    for (int n = 0; n < first.size(); n++) {
      assertEquals("the same facts, asked again in another order", first.get(n), second.get(n));
    }
  }
}

package org.escale.billing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.escale.money.Money;
import org.junit.Test;

public class LedgerTransactionTest {
  @Test
  public void u5_aTransactionThatDoesNotSumToZeroCannotBeMade() {
    var one = new LedgerEntry("a", Money.euro("1.00"));
    var other = new LedgerEntry("b", Money.euro("-0.99"));
    assertThrows(IllegalArgumentException.class, () -> transaction(List.of(one, other)));
    assertThrows(IllegalArgumentException.class, () -> transaction(List.of()));
    assertEquals(
        2, transaction(List.of(one, new LedgerEntry("b", Money.euro("-1.00")))).entries().size());
  }

  private static LedgerTransaction transaction(List<LedgerEntry> entries) {
    return new LedgerTransaction(new TransactionId("t1"), Instant.EPOCH, "test", entries, Set.of());
  }
}

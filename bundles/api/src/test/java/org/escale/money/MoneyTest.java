package org.escale.money;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import org.junit.Test;

public class MoneyTest {
  @Test
  public void u4_anAmountFinerThanACentIsRefused() {
    assertThrows(ArithmeticException.class, () -> Money.euro("0.001"));
  }

  @Test
  public void u4_roundingHappensOnceHalfUp() {
    assertEquals(Money.euro("0.13"), Money.euro("0.25").times(new BigDecimal("0.5")));
    assertEquals(Money.euro("-0.13"), Money.euro("-0.25").times(new BigDecimal("0.5")));
  }

  @Test
  public void u4_anHourlyRateIsExactToTheSecond() {
    assertEquals(Money.euro("7.50"), Rate.euro("7.50").of(Duration.ofHours(1)));
    assertEquals(Money.euro("2.50"), Rate.euro("7.50").of(Duration.ofMinutes(20)));
    assertEquals(Money.euro("0.00"), Rate.euro("7.50").of(Duration.ofSeconds(2)));
    assertEquals(Money.euro("0.01"), Rate.euro("7.50").of(Duration.ofSeconds(3)));
  }

  @Test
  public void u4_halfACentIsNotLostInThirds() {
    assertEquals(Money.euro("0.01"), Rate.euro("4.50").of(Duration.ofSeconds(4)));
    assertEquals(Money.euro("-0.01"), Rate.euro("4.50").of(Duration.ofSeconds(-4)));
  }

  @Test
  public void u5_currenciesNeverMix() {
    var dollar = new Money(BigDecimal.ONE, Currency.getInstance("USD"));
    assertThrows(IllegalArgumentException.class, () -> Money.euro("1.00").plus(dollar));
  }
}

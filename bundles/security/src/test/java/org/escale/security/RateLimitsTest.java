package org.escale.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Pace;
import org.junit.Test;

public final class RateLimitsTest {
  private final RateLimits limits = new RateLimits(1, 1, 1);

  private Optional<Refusal> asked(int times, Pace.Kind kind, String who) {
    return IntStream.range(0, times)
        .mapToObj(i -> limits.count(kind, who))
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Test
  public void oneTooManyIsToldWhenToComeBack() {
    var refusal = asked(60, Pace.Kind.ACCOUNT, "anna").orElseThrow();
    assertEquals(RefusalCode.TOO_MANY_REQUESTS, refusal.code());
    assertTrue(Integer.parseInt(refusal.details().get("retryAfter")) >= 1);
  }

  @Test
  public void everyoneIsCountedAlone() {
    asked(60, Pace.Kind.ADDRESS, "10.0.0.1");
    assertEquals(Optional.empty(), asked(1, Pace.Kind.ADDRESS, "10.0.0.2"));
    assertEquals(Optional.empty(), asked(1, Pace.Kind.ACCOUNT, "10.0.0.1"));
    assertEquals(Optional.empty(), asked(1, Pace.Kind.SIGN_IN, "10.0.0.1"));
    assertTrue(asked(2, Pace.Kind.SIGN_IN, "10.0.0.1").isPresent());
  }

  @Test
  public void numbersOutsideTheirRangeAreRefusedAtStart() {
    assertThrows(IllegalArgumentException.class, () -> new RateLimits(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new RateLimits(1, 1_000_001, 1));
  }
}

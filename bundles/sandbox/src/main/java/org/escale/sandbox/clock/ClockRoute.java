package org.escale.sandbox.clock;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Steward;
import org.escale.spi.door.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Moves the clock: {@code {"advance":"PT8H"}} or {@code {"now":"2027-03-28T00:30:00Z"}}, forward
 * only and at most 800 days at once. Time passes in steps of a quarter of an hour or a thousandth
 * of the way, so that devices are seen alive on the way; answers when all that became due has run.
 * With {@code "stand":true} the clock then stands until the next call, so that figures come out
 * exact.
 */
@Component(service = Route.class)
public final class ClockRoute implements Route {
  private static final Duration MOST = Duration.ofDays(800);
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final int MOST_STEPS = 1000;

  private final MovingClock clock;
  private final Steward steward;

  @Reference(
      target = "(escale.runs.on=clock-moved)",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Runnable> gear = List.of();

  /** Moves that clock, and has the Steward do what becomes due. */
  @Activate
  public ClockRoute(@Reference MovingClock clock, @Reference Steward steward) {
    this.clock = clock;
    this.steward = steward;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "sandbox/clock";
  }

  @Override
  public Outcome<Map<String, Object>> serve(Caller caller, Map<String, Object> body) {
    if (caller.roles().contains(Role.ANYBODY)) {
      return Outcome.refused(RefusalCode.NOT_SIGNED_IN);
    }
    var way = way(clock, body);
    if (way.isEmpty() || way.get().isNegative() || way.get().compareTo(MOST) > 0) {
      var field = body.containsKey("now") ? "now" : "advance";
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
    }
    clock.stand(Boolean.TRUE.equals(body.get("stand")));
    go(way(clock, body).orElse(Duration.ZERO));
    return Outcome.done(Map.of("now", clock.instant().toString()));
  }

  private synchronized void go(Duration way) {
    var thousandth = way.dividedBy(MOST_STEPS);
    var step = thousandth.compareTo(STEP) > 0 ? thousandth : STEP;
    for (var left = way;
        left.compareTo(Duration.ZERO) > 0;
        left = left.minus(shorter(step, left))) {
      clock.advance(shorter(step, left));
      gear.forEach(Runnable::run);
      steward.runDue();
    }
    steward.runDue();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Optional<Duration> way(Clock clock, Map<String, Object> body) {
    try {
      if (body.get("advance") instanceof String time) {
        return Optional.of(Duration.parse(time));
      }
      if (body.get("now") instanceof String instant) {
        return Optional.of(Duration.between(clock.instant(), Instant.parse(instant)));
      }
      return Optional.empty();
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}

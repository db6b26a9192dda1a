package org.escale.sandbox.clock;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.tck.HandClock;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MovingClockTest {
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
  private static final Caller OPERATOR =
      new Caller(
          new AccountId("operator"),
          Set.of(Role.FEDERATION),
          Standing.NONE,
          Set.of(),
          java.util.Locale.ENGLISH);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final HandClock system = new HandClock(START);
  private final List<Instant> ran = new ArrayList<>();
  private Path file;
  private MovingClock clock;
  private ClockRoute route;

  @Before
  public void open() {
    file = folder.getRoot().toPath().resolve("sandbox-clock");
    clock = new MovingClock(file, system);
    route = new ClockRoute(clock, () -> ran.add(clock.instant()));
  }

  @Test
  public void startsAtSystemTimeAndGoesOnWithIt() {
    assertEquals(START, clock.instant());
    system.advance(Duration.ofSeconds(5));
    assertEquals(START.plusSeconds(5), clock.instant());
  }

  @Test
  public void answersWhenTheStewardHasRunAtTheNewTime() {
    var answer = route.serve(OPERATOR, Map.of("advance", "PT8H"));
    assertEquals(Outcome.done(Map.of("now", "2027-03-01T16:00:00Z")), answer);
    assertEquals(START.plus(Duration.ofHours(8)), ran.get(ran.size() - 1));
    assertEquals(START.plus(Duration.ofMinutes(15)), ran.get(0));
  }

  @Test
  public void goesToAnInstant() {
    var answer = route.serve(OPERATOR, Map.of("now", "2027-03-28T00:30:00Z"));
    assertEquals(Outcome.done(Map.of("now", "2027-03-28T00:30:00Z")), answer);
  }

  @Test
  public void standsUntilTheNextCall() {
    route.serve(OPERATOR, Map.of("advance", "PT1H", "stand", true));
    system.advance(Duration.ofSeconds(5));
    assertEquals(START.plus(Duration.ofHours(1)), clock.instant());
    route.serve(OPERATOR, Map.of("advance", "PT1H"));
    system.advance(Duration.ofSeconds(5));
    assertEquals(START.plus(Duration.ofHours(2)).plusSeconds(5), clock.instant());
  }

  @Test
  public void survivesARestart() {
    route.serve(OPERATOR, Map.of("advance", "P3D"));
    assertEquals(START.plus(Duration.ofDays(3)), new MovingClock(file, system).instant());
  }

  @Test
  public void neverGoesBack() {
    assertEquals(refused("now"), route.serve(OPERATOR, Map.of("now", "2027-02-28T00:00:00Z")));
    assertEquals(refused("advance"), route.serve(OPERATOR, Map.of("advance", "PT-1S")));
    system.advance(Duration.ofHours(-1));
    assertEquals(START, clock.instant());
  }

  @Test
  public void refusesWhatIsNoTime() {
    assertEquals(refused("advance"), route.serve(OPERATOR, Map.of("advance", "soon")));
    assertEquals(refused("advance"), route.serve(OPERATOR, Map.of("advance", "P801D")));
    assertEquals(refused("advance"), route.serve(OPERATOR, Map.of()));
    assertEquals(List.of(), ran);
  }

  private static Outcome<Map<String, Object>> refused(String field) {
    return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
  }
}

package org.escale.core.steward;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.MovingClock;
import org.escale.core.fixture.Words;
import org.escale.spi.store.Change;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Write;
import org.escale.tck.store.MemoryStore;
import org.junit.Test;

/** The Steward runs what is due, and nothing else. */
public class ClockStewardTest {
  private final MovingClock clock = new MovingClock("2027-03-01T08:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final ClockSteward steward = new ClockSteward(clock, store);
  private final List<String> done = new ArrayList<>();

  @Test
  public void aChoreRunsWhenItIsDueAndOnlyThen() {
    steward.addChore(every("c", Duration.ofHours(1)));
    steward.runDue();
    assertEquals(List.of(), done);
    clock.advance(Duration.ofHours(5));
    steward.runDue();
    steward.runDue();
    assertEquals(List.of("c"), done);
  }

  @Test
  public void whoeverIsAlwaysBusyIsAwake() {
    var awake = new ArrayList<Boolean>();
    steward.addChore(
        new Chore() {
          @Override
          public Optional<Instant> due() {
            return Optional.of(clock.instant()).filter(now -> awake.size() < 4);
          }

          @Override
          public void run(Instant now) {
            clock.advance(Duration.ofSeconds(40));
            awake.add(steward.awake());
          }
        });
    steward.runDue();
    assertEquals(List.of(false, true, true, true), awake);
  }

  @Test
  public void e3_oneThatFailsHoldsUpNobody() {
    steward.addChore(new Failing());
    steward.addChore(every("good", Duration.ZERO.plusSeconds(1)));
    clock.advance(Duration.ofSeconds(1));
    steward.runDue();
    assertEquals(List.of("failing", "good"), done);
    clock.advance(Duration.ofSeconds(30));
    steward.runDue();
    assertEquals("failing", done.get(2));
  }

  @Test
  public void e2_anEffectIsTriedAgainUnderItsOneKeyUntilItIsDone() {
    steward.addEffectHandler(new Third());
    var company = Words.company("c", "acme");
    store.commit(
        new Change(
            "t",
            Optional.empty(),
            List.of(new Write.Put(company, 0)),
            List.of(new Effect("key-1", "thing", new Pseudonym("p").value(), Map.of()))));
    steward.runDue();
    steward.runDue();
    assertEquals(List.of("key-1"), done);
    clock.advance(Duration.ofSeconds(10));
    steward.runDue();
    clock.advance(Duration.ofSeconds(30));
    steward.runDue();
    assertEquals(List.of("key-1", "key-1", "key-1"), done);
    clock.advance(Duration.ofDays(1));
    steward.runDue();
    assertEquals(3, done.size());
    assertEquals(Optional.empty(), store.next());
  }

  @Test
  public void e6_whileTheStoreIsAwayWhatIsDueWaits() {
    steward.addEffectHandler(new Third());
    store.away(true);
    assertThrows(StoreException.class, steward::runDue);
    store.away(false);
    steward.runDue();
    assertEquals(clock.instant(), steward.lastRun());
  }

  private Chore every(String name, Duration step) {
    return new Chore() {
      private Instant next = clock.instant().plus(step);

      @Override
      public Optional<Instant> due() {
        return Optional.of(next);
      }

      @Override
      public void run(Instant now) {
        done.add(name);
        next = now.plus(step);
      }
    };
  }

  private final class Failing implements Chore {
    @Override
    public Optional<Instant> due() {
      return Optional.of(Instant.EPOCH);
    }

    @Override
    public void run(Instant now) {
      done.add("failing");
      throw new IllegalStateException("on purpose");
    }
  }

  /** Wants to be asked again, then fails, then is done. */
  private final class Third implements EffectHandler {
    @Override
    public String kind() {
      return "thing";
    }

    @Override
    public Optional<Again> handle(Outbox.Waiting waiting, Instant now) {
      done.add(waiting.effect().key());
      if (done.size() == 2) {
        throw new IllegalStateException("on purpose");
      }
      return done.size() == 1
          ? Optional.of(new Again(Duration.ofSeconds(10), "not yet"))
          : Optional.empty();
    }
  }
}

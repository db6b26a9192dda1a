package org.escale.tck.centre;

import static org.escale.tck.centre.CentreDeskContract.request;
import static org.escale.tck.centre.StaffEvent.once;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.SpaceRef;
import org.junit.Test;

/** What guarantee a system earns, measured; an adapter that claims more fails (CA2, CD7). */
public abstract class CentreTruthContract extends CentreContract {
  private static final int RACERS = 8;
  private static final int ROUNDS = 10;
  private static final int ATOMIC_ROUNDS = 22;

  @Test
  public void a1_ofEightAtOnceNeverTwoAreConfirmed() throws Exception {
    var space = bench().space("race");
    for (int round = 0; round < ROUNDS; round++) {
      var slot = hours(round * 2, round * 2 + 1);
      var confirmed = new ArrayList<ForeignRef>();
      int number = round;
      for (var taken :
          atOnce(i -> new Taker(link()).take(request(space, "r" + number + "-" + i, slot)))) {
        taken.ifPresent(confirmed::add);
      }
      assertTrue("confirmed in round " + round + ": " + confirmed, confirmed.size() <= 1);
      assertEquals(confirmed.size(), busy(space, slot).size());
    }
  }

  @Test
  public void neverConfirmedOverWhatStandsThere() throws Exception {
    var space = bench().space("stands");
    bench().staff().write(space, once("theirs", hours(10, 12)));
    var taker = new Taker(link());
    assertEquals(Optional.empty(), taker.take(request(space, "over", hours(11, 13))));
    assertBusy(space, hours(0, 24), hours(10, 12));
    assertTrue(taker.take(request(space, "beside", hours(12, 13))).isPresent());
  }

  @Test
  public void ca2_itClaimsNoMoreThanItEarns() throws Exception {
    var probed = bench().space("probed");
    var claims = link().probe(probed).claims();
    var earned = atomic() ? TruthMode.CENTRE_ATOMIC : TruthMode.CENTRE_CHECKED;
    System.out.println(getClass().getSimpleName() + " earned " + earned + ", claims " + claims);
    assertTrue(claims + " is more than " + earned, claims.compareTo(earned) >= 0);
  }

  private boolean atomic() throws Exception {
    var space = bench().space("atomic");
    for (int round = 0; round < ATOMIC_ROUNDS; round++) {
      var slot = hours(round * 2, round * 2 + 1);
      if (round % 2 == 0) {
        bench().staff().write(space, once("staff-" + round, slot));
      }
      if (winners(space, round) > round % 2) {
        return false;
      }
    }
    return true;
  }

  private long winners(SpaceRef space, int round) throws Exception {
    var slot = hours(round * 2, round * 2 + 1);
    var desk = link().desk().orElseThrow();
    return atOnce(i -> desk.hold(request(space, "w" + round + "-" + i, slot))).stream()
        .filter(DeskAnswer.Done.class::isInstance)
        .count();
  }

  private interface Racer<T> {
    T run(int number) throws Exception;
  }

  private static <T> java.util.List<T> atOnce(Racer<T> racer) throws Exception {
    var pool = Executors.newFixedThreadPool(RACERS);
    try {
      var all = new ArrayList<Callable<T>>();
      for (int i = 0; i < RACERS; i++) {
        int number = i;
        all.add(() -> racer.run(number));
      }
      var results = new ArrayList<T>();
      for (var future : pool.invokeAll(all)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}

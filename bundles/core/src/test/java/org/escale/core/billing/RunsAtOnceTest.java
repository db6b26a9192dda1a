package org.escale.core.billing;

import static org.escale.core.fixture.Answers.done;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.escale.billing.Charge;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.core.fixture.Hall;
import org.escale.refusal.Outcome;
import org.escale.service.BillingOffice.Run;
import org.junit.Test;

/** Law U3 when several runs of several months meet: each charge is billed once, by one of them. */
public final class RunsAtOnceTest {
  private static final YearMonth MARCH = YearMonth.of(2027, 3);
  private static final int TIMES = 15;

  @Test
  public void u3_runsAtOnceNeverBillAChargeTwice() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      try (var hall = new Hall()) {
        hall.used("ann", Duration.ofMinutes(60 + i), i % 3);
        hall.used("bob", Duration.ofMinutes(30 + i), i % 2);
        hall.house.clock.set("2027-05-01T00:00:00Z");
        atOnce(hall, List.of(MARCH, MARCH.plusMonths(1), MARCH, MARCH.plusMonths(1)));
        done(hall.billing.run(hall.house.network("borea"), MARCH, false));
        once(hall);
      }
    }
  }

  private static void atOnce(Hall hall, List<YearMonth> months) throws Exception {
    var threads = Executors.newFixedThreadPool(months.size());
    try {
      var start = new CyclicBarrier(months.size());
      var runs = new ArrayList<Callable<Outcome<Run>>>();
      for (var month : months) {
        runs.add(
            () -> {
              start.await();
              return hall.billing.run(hall.house.network("borea"), month, false);
            });
      }
      for (var run : threads.invokeAll(runs)) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void once(Hall hall) {
    var billed = new HashSet<String>();
    for (var invoice : hall.all(Invoice.class)) {
      invoice.lines().forEach(l -> l.charges().forEach(c -> assertTrue(billed.add(c.value()))));
    }
    var paid = new HashSet<String>();
    hall.all(Payout.class).forEach(p -> p.records().forEach(r -> assertTrue(paid.add(r.value()))));
    assertEquals(hall.all(Charge.class).size(), billed.size());
    assertEquals(hall.all(PayoutLine.class).size(), paid.size());
  }
}

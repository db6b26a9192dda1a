package org.escale.security;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.escale.caller.AccountId;
import org.escale.service.Audit;
import org.junit.Test;

public final class DoorAuditTest {
  private static final Optional<AccountId> ANNA = Optional.of(new AccountId("anna"));

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final DoorAudit audit = new DoorAudit(lines::add, nanos::get);

  private static Audit.Line line(String operation, String outcome) {
    return new Audit.Line(ANNA, operation, outcome, "t-1");
  }

  @Test
  public void aLineSaysWhoDidWhatAndHowItEnded() {
    audit.done(line("POST:/bookings/{id}/confirm", "DONE"));
    audit.refused(new Audit.Line(Optional.empty(), "soap", "NOT_SIGNED_IN", "t-2"));
    assertEquals(
        List.of(
            "done account=anna operation=POST:/bookings/{id}/confirm outcome=DONE trace=t-1",
            "refused account=unknown operation=soap outcome=NOT_SIGNED_IN trace=t-2"),
        lines);
  }

  @Test
  public void nobodyWritesALineOfHisOwn() {
    audit.refused(line("x\r\ndone account=admin outcome=DONE \u001b[2K", "A B\u2028C"));
    assertEquals(
        "refused account=anna operation=x??done?account?admin?outcome?DONE???2K"
            + " outcome=A?B?C trace=t-1",
        lines.get(0));
    audit.refused(line("y".repeat(5000), "DONE"));
    assertEquals(
        "refused account=anna operation=" + "y".repeat(120) + " outcome=DONE trace=t-1",
        lines.get(1));
  }

  @Test
  public void whoeverKnocksAllNightFillsNoDiskAndHidesNobody() {
    for (int i = 0; i < 1000; i++) {
      audit.refused(line("GET:/bookings/{id}", "NOT_FOUND"));
    }
    assertEquals(DoorAudit.A_MINUTE + 1, lines.size());
    assertEquals("refused account=anna more=within-this-minute", lines.get(lines.size() - 1));
    audit.refused(new Audit.Line(Optional.empty(), "soap", "NOT_SIGNED_IN", "t-2"));
    audit.done(line("POST:/bookings", "DONE"));
    assertEquals(DoorAudit.A_MINUTE + 3, lines.size());
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
    audit.refused(line("GET:/bookings/{id}", "NOT_FOUND"));
    assertEquals(DoorAudit.A_MINUTE + 4, lines.size());
  }
}

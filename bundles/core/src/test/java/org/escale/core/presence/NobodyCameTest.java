package org.escale.core.presence;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.escale.billing.Charge;
import org.escale.billing.PayoutLine;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecord.Kind;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.federation.Extra;
import org.escale.federation.ExtraId;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Test;

/** What becomes of a booking, and of what was ordered along, when nobody comes. */
public class NobodyCameTest {
  private static final ExtraId COPIES = new ExtraId("x-copy");

  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void u3_noLineOfANoShowDisappears() {
    book();
    nobodyComes();
    var records = hall.all(UsageRecord.class);
    assertEquals(List.of(Kind.NO_SHOW, Kind.NO_SHOW), records.stream().map(r -> r.kind()).toList());
    var copies = records.stream().filter(r -> !r.timed()).findFirst().orElseThrow();
    assertEquals("photocopy", copies.of());
    assertEquals("page", copies.unit());
    assertEquals(BigDecimal.valueOf(40), copies.quantity());
    assertEquals(List.of("4.00 EUR", "6.00 EUR"), charged());
    assertEquals(
        List.of("0.00 EUR", "4.00 EUR"),
        hall.all(PayoutLine.class).stream().map(l -> l.amount().toString()).sorted().toList());
  }

  @Test
  public void u3_theInvoiceNamesWhatWasOrderedAndNotUsed() {
    book();
    nobodyComes();
    hall.house.clock.set("2027-04-01T00:00:00Z");
    var run =
        Answers.done(hall.billing.run(hall.house.network("borea"), YearMonth.of(2027, 3), false));
    var lines = run.invoices().get(0).lines();
    assertEquals(
        List.of("2.0000 hour", "40 page"),
        lines.stream().map(l -> l.quantity() + " " + l.unit()).toList());
    assertEquals("Photocopies kept free, nobody came, x", lines.get(1).text());
  }

  @Test
  public void u8_anExtraThatIsNoLongerOfferedIsParkedNotLost() {
    book();
    hall.house.commits.commit(Change.of(new Write.Remove(Extra.class, COPIES)));
    nobodyComes();
    assertEquals(List.of("6.00 EUR"), charged());
    var parked = hall.all(Unrated.class);
    assertEquals(1, parked.size());
    assertEquals(RefusalCode.NOT_RATED, parked.get(0).reason().code());
  }

  @Test
  public void u8_norIsItLostWhenSomebodyComes() {
    var booking = book();
    hall.house.commits.commit(Change.of(new Write.Remove(Extra.class, COPIES)));
    hall.house.clock.set("2027-03-01T09:00:00Z");
    Answers.done(hall.reception.checkIn(hall.house.member("ann"), Hall.with(booking)));
    hall.steward.runDue();
    assertEquals(1, hall.all(Unrated.class).size());
  }

  private org.escale.booking.Booking book() {
    var slot =
        new TimeSlot(Instant.parse("2027-03-01T09:00:00Z"), Instant.parse("2027-03-01T11:00:00Z"));
    return hall.book("ann", "x-1", slot, Map.of(COPIES, 40));
  }

  private void nobodyComes() {
    hall.house.clock.set("2027-03-01T09:30:00Z");
    hall.steward.runDue();
  }

  private List<String> charged() {
    return hall.all(Charge.class).stream().map(c -> c.amount().toString()).sorted().toList();
  }
}

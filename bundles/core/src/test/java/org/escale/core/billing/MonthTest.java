package org.escale.core.billing;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.billing.Charge;
import org.escale.billing.Invoice;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.core.fixture.Hall;
import org.escale.money.Money;
import org.escale.refusal.RefusalCode;
import org.junit.After;
import org.junit.Test;

/** From check-out to invoice and payout. */
public class MonthTest {
  private static final YearMonth MARCH = YearMonth.of(2027, 3);

  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void u9_theWorkedExampleOfTheBookOnMoneyIsTrue() throws IOException {
    hall.used("ann", Duration.ofMinutes(125), 12);
    hall.used("bob", Duration.ofMinutes(60), 0);
    hall.house.clock.set("2027-04-01T00:00:00Z");
    var run = done(hall.billing.run(hall.house.network("borea"), MARCH, false));
    var invoice = run.invoices().get(0);
    assertEquals("borea-2027-0001", invoice.number());
    var book = Files.readString(Path.of("../../docs/money.md"));
    assertEquals(3, invoice.lines().size());
    for (var line : invoice.lines()) {
      var quantity = line.quantity().toPlainString() + " " + line.unit();
      says(
          book,
          "| "
              + line.costCentre()
              + " | "
              + line.text()
              + " | "
              + quantity
              + " | "
              + line.amount()
              + " |");
    }
    says(book, "The invoice comes to " + invoice.total() + ".");
    says(book, "the payout comes to " + run.payouts().get(0).amount() + ".");
    says(book, "The margin is " + run.margin() + ".");
    says(book, "| `receivable` of the company | " + balance("receivable:p-c") + " |");
    says(book, "| `revenue` of the network | " + balance("revenue:borea") + " |");
    says(book, "| `cost` of the network | " + balance("cost:borea") + " |");
    says(book, "| `payable` to the centre | " + balance("payable:x") + " |");
    assertEquals(Money.euro("20.70"), invoice.total());
    assertEquals(Map.of("EUR", Money.ZERO), done(hall.billing.ledger(hall.house.federation())));
  }

  private static void says(String book, String row) {
    assertTrue(row, book.contains(row));
  }

  @Test
  public void u3_aSecondRunAddsNothingAndLateRecordsGoToTheNextMonth() {
    var visit = hall.used("ann", Duration.ofHours(1), 0);
    hall.house.clock.set("2027-04-01T00:00:00Z");
    var network = hall.house.network("borea");
    assertEquals(1, done(hall.billing.run(network, MARCH, false)).invoices().size());
    var time = hall.records(visit).get(0);
    done(hall.metering.correct(hall.house.desk("x"), time.id(), Optional.of(seconds(1800))));
    var again = done(hall.billing.run(network, MARCH, false));
    assertEquals(List.of(), again.invoices());
    assertEquals(List.of(), again.payouts());
    hall.house.clock.set("2027-05-01T00:00:00Z");
    var april = done(hall.billing.run(network, MARCH.plusMonths(1), false));
    assertEquals(Money.euro("-3.00"), april.invoices().get(0).total());
    assertEquals("borea-2027-0002", april.invoices().get(0).number());
    everyChargeStandsOnExactlyOneLine();
  }

  @Test
  public void u8_theDryRunIsTheRealRunWithoutItsCommit() {
    hall.used("ann", Duration.ofMinutes(50), 3);
    hall.house.clock.set("2027-04-01T00:00:00Z");
    var network = hall.house.network("borea");
    long head = hall.house.store.head();
    var dry = done(hall.billing.run(network, MARCH, true));
    assertEquals(head, hall.house.store.head());
    var real = done(hall.billing.run(network, MARCH, false));
    assertEquals(lines(dry.invoices()), lines(real.invoices()));
    assertEquals(dry.payouts(), real.payouts());
    assertEquals(dry.margin(), real.margin());
  }

  @Test
  public void u8_aDryRunRatesWhatStillWaits() {
    var visit = hall.walkIn("ann");
    hall.house.clock.advance(Duration.ofHours(1));
    hall.leave("ann", visit);
    var dry = done(hall.billing.run(hall.house.network("borea"), MARCH, true));
    assertEquals(Money.euro("6.00"), dry.invoices().get(0).total());
    assertEquals(0, hall.all(Charge.class).size());
  }

  @Test
  public void u3_eachRecordIsOnOneLineOrInTheListOfUnbilled() {
    for (int day = 1; day <= 9; day++) {
      hall.house.clock.set("2027-03-0" + day + "T08:00:00Z");
      hall.used(day % 2 == 0 ? "ann" : "bob", Duration.ofMinutes(day * 37L), day % 3);
    }
    hall.house.clock.set("2027-04-01T00:00:00Z");
    done(hall.billing.run(hall.house.network("borea"), MARCH, false));
    everyChargeStandsOnExactlyOneLine();
    var known = new HashSet<String>();
    hall.all(Charge.class).forEach(c -> known.add(c.usage().value()));
    hall.all(Unrated.class).forEach(u -> assertTrue(known.add(u.usage().value())));
    hall.all(UsageRecord.class).forEach(r -> assertTrue(known.contains(r.id().value())));
  }

  @Test
  public void e1_aRunShowsNobodyTheirOthersPapers() {
    hall.used("ann", Duration.ofHours(1), 0);
    hall.house.clock.set("2027-04-01T00:00:00Z");
    assertEquals(
        List.of(), done(hall.billing.run(hall.house.network("acme"), MARCH, true)).invoices());
    var all = done(hall.billing.run(hall.house.federation(), MARCH, true));
    assertEquals(List.of(), all.invoices());
    assertEquals(Money.euro("1.80"), all.margin());
    refused(RefusalCode.NOT_ALLOWED, hall.billing.run(hall.house.member("ann"), MARCH, true));
  }

  @Test
  public void aMonthThatIsNotOverIsNotRun() {
    refused(RefusalCode.INVALID_FIELD, hall.billing.run(hall.house.network("borea"), MARCH, false));
  }

  private void everyChargeStandsOnExactlyOneLine() {
    var seen = new HashSet<String>();
    for (var invoice : hall.all(Invoice.class)) {
      invoice.lines().forEach(line -> line.charges().forEach(c -> assertTrue(seen.add(c.value()))));
    }
    hall.all(Charge.class).forEach(c -> assertTrue(seen.contains(c.id().value())));
  }

  private static List<List<Invoice.Line>> lines(List<Invoice> invoices) {
    return invoices.stream().map(Invoice::lines).toList();
  }

  private Money balance(String account) {
    return hall.house.store.balance(account);
  }

  private static BigDecimal seconds(long seconds) {
    return BigDecimal.valueOf(seconds);
  }
}

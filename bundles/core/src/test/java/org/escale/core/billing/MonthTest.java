package org.escale.core.billing;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.billing.Charge;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.client.Company;
import org.escale.client.Guest;
import org.escale.client.Pass;
import org.escale.client.PassId;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Words;
import org.escale.federation.CentreId;
import org.escale.federation.ExtraId;
import org.escale.federation.NetworkId;
import org.escale.federation.SpaceId;
import org.escale.money.Money;
import org.escale.presence.Visit;
import org.escale.refusal.RefusalCode;
import org.escale.service.Metering.Reading;
import org.escale.word.TimeSlot;
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
  public void u9_theWorkedExampleOfTheBookOnMoneyIsTrue() {
    used("ann", Duration.ofMinutes(125), 12);
    used("bob", Duration.ofMinutes(60), 0);
    hall.house.clock.set("2027-04-01T00:00:00Z");
    var run = done(hall.billing.run(hall.house.network("borea"), MARCH, false));
    var invoice = run.invoices().get(0);
    assertEquals("borea-2027-0001", invoice.number());
    assertEquals(Money.euro("20.70"), invoice.total());
    assertEquals(
        List.of(
            "it Desk, x 1.0000 hour 6.00 EUR",
            "sales Desk, x 2.0833 hour 13.50 EUR",
            "sales Photocopies, x 12 page 1.20 EUR"),
        invoice.lines().stream()
            .map(
                l ->
                    l.costCentre()
                        + " "
                        + l.text()
                        + " "
                        + l.quantity().toPlainString()
                        + " "
                        + l.unit()
                        + " "
                        + l.amount())
            .toList());
    assertEquals(Money.euro("14.15"), run.payouts().get(0).amount());
    assertEquals(Money.euro("6.55"), run.margin());
    assertEquals(Money.euro("-20.70"), balance("receivable:p-c"));
    assertEquals(Money.euro("20.70"), balance("revenue:borea"));
    assertEquals(Money.euro("-14.15"), balance("cost:borea"));
    assertEquals(Money.euro("14.15"), balance("payable:x"));
    assertEquals(Map.of("EUR", Money.ZERO), done(hall.billing.ledger(hall.house.federation())));
  }

  @Test
  public void u3_aSecondRunAddsNothingAndLateRecordsGoToTheNextMonth() {
    var visit = used("ann", Duration.ofHours(1), 0);
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
    used("ann", Duration.ofMinutes(50), 3);
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
  public void r36_thePassCostsTheSameWhateverTheHours() {
    var ann =
        hall.house.snapshots.now().all(org.escale.client.Member.class).stream()
            .filter(m -> m.id().value().equals("ann"))
            .findFirst()
            .orElseThrow();
    hall.centre("y", 1);
    var pass =
        new Pass(
            new PassId("pass-1"),
            new NetworkId("borea"),
            new Guest("home", ann.pseudonym(), ann.companyPseudonym()),
            "eight",
            Set.of(new CentreId("x")),
            new TimeSlot(
                Instant.parse("2027-02-28T23:00:00Z"), Instant.parse("2027-04-30T22:00:00Z")));
    hall.house.put(pass);
    used("ann", Duration.ofHours(9), 0);
    hall.house.clock.set("2027-03-02T08:00:00Z");
    var elsewhere =
        done(hall.reception.checkIn(
                hall.house.member("ann"), Hall.walk("ann", "y"), Optional.empty()))
            .word();
    hall.pass(Duration.ofHours(1));
    hall.leave("ann", elsewhere);
    hall.house.clock.set("2027-04-01T08:00:00Z");
    hall.steward.runDue();
    var periods =
        hall.all(UsageRecord.class).stream()
            .filter(r -> r.kind() == UsageRecord.Kind.PERIOD)
            .map(UsageRecord::producer)
            .toList();
    assertEquals(List.of("pass:pass-1:2027-03", "pass:pass-1:2027-04"), periods);
    var run = done(hall.billing.run(hall.house.network("borea"), MARCH, false));
    assertEquals(Money.euro("256.00"), run.invoices().get(0).total());
    assertEquals(
        Money.euro("42.00"),
        run.payouts().stream().map(Payout::amount).reduce(Money.ZERO, Money::plus));
    hall.steward.runDue();
    assertEquals(
        2,
        hall.all(UsageRecord.class).stream()
            .filter(r -> r.kind() == UsageRecord.Kind.PERIOD)
            .count());
  }

  @Test
  public void e1_ownClientsAtHomeNeverEnterFederationBilling() {
    var company = Words.company("own", "borea");
    hall.house.put(
        new Company(
            company.id(),
            company.pseudonym(),
            "own",
            "",
            "en",
            Optional.of(new CentreId("x")),
            company.contract(),
            company.standing(),
            false,
            false),
        Words.member("eve", company, ""));
    used("eve", Duration.ofHours(2), 0);
    hall.house.clock.set("2027-04-01T00:00:00Z");
    var run = done(hall.billing.run(hall.house.network("borea"), MARCH, false));
    assertEquals(List.of(), run.invoices());
    assertEquals(List.of(), run.payouts());
    assertEquals(RefusalCode.OWN_CLIENT, run.unbilled().get(0).reason().code());
  }

  @Test
  public void u3_eachRecordIsOnOneLineOrInTheListOfUnbilled() {
    for (int day = 1; day <= 9; day++) {
      hall.house.clock.set("2027-03-0" + day + "T08:00:00Z");
      used(day % 2 == 0 ? "ann" : "bob", Duration.ofMinutes(day * 37L), day % 3);
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
  public void u9_everyLineSaysWhyAndTheEmployerSeesNoPayout() {
    used("ann", Duration.ofHours(1), 2);
    hall.house.clock.set("2027-04-01T00:00:00Z");
    var network = hall.house.network("borea");
    var invoice = done(hall.billing.run(network, MARCH, false)).invoices().get(0);
    var employer = hall.house.employer(Words.company("c", "borea"));
    for (var line : invoice.lines()) {
      var why = done(hall.billing.why(network, invoice.id(), line.n()));
      assertEquals(
          line.amount(),
          why.stream().map(w -> w.charge().amount()).reduce(Money.ZERO, Money::plus));
      assertTrue(why.stream().allMatch(w -> w.payout().isPresent()));
      assertTrue(why.stream().allMatch(w -> w.charge().usage().equals(w.record().id())));
      var theirs = done(hall.billing.why(employer, invoice.id(), line.n()));
      assertTrue(theirs.stream().allMatch(w -> w.payout().isEmpty()));
    }
    refused(RefusalCode.NOT_FOUND, hall.billing.why(employer, invoice.id(), 99));
    refused(RefusalCode.NOT_FOUND, hall.billing.why(hall.house.network("acme"), invoice.id(), 1));
  }

  @Test
  public void e1_aRunShowsNobodyTheirOthersPapers() {
    used("ann", Duration.ofHours(1), 0);
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

  @Test
  public void u8_aQuoteIsWhatIsChargedAfterwards() {
    var slot =
        new TimeSlot(Instant.parse("2027-03-01T09:00:00Z"), Instant.parse("2027-03-01T10:50:00Z"));
    var ann = hall.house.member("ann");
    var quote = done(hall.billing.quote(ann, new SpaceId("x-1"), slot, Optional.empty()));
    var booking = hall.book("ann", "x-1", "2027-03-01T09:00:00Z", Duration.ofMinutes(110));
    assertEquals(booking.agreement(), quote.agreement());
    hall.house.clock.set("2027-03-01T09:00:00Z");
    var visit = done(hall.reception.checkIn(ann, Hall.with(booking), Optional.empty())).word();
    hall.pass(Duration.ofMinutes(110));
    hall.leave("ann", visit);
    hall.steward.runDue();
    assertEquals(quote.charge(), hall.all(Charge.class).get(0).amount());
  }

  @Test
  public void u7_anOldMonthRatedAgainGivesTheSameCents() {
    used("ann", Duration.ofMinutes(77), 5);
    for (var record : hall.all(UsageRecord.class)) {
      var kept =
          hall.all(Charge.class).stream()
              .filter(c -> c.usage().equals(record.id()))
              .findFirst()
              .orElseThrow();
      assertEquals(new Verdict.Priced(kept, line(record)), hall.rating.verdict(record));
      assertEquals("borea/billing/1", kept.because().rule().rule().value());
    }
  }

  private Optional<PayoutLine> line(UsageRecord record) {
    return hall.all(PayoutLine.class).stream()
        .filter(l -> l.usage().equals(record.id()))
        .findFirst();
  }

  private Visit used(String member, Duration time, int pages) {
    var visit = hall.walkIn(member);
    if (pages > 0) {
      done(
          hall.metering.read(
              hall.house.desk("x"),
              new Reading(
                  visit.id(),
                  new ExtraId("x-copy"),
                  BigDecimal.valueOf(pages),
                  Optional.empty(),
                  "printer:" + visit.id()),
              Optional.empty()));
    }
    hall.house.clock.advance(time);
    hall.leave(member, visit);
    hall.steward.runDue();
    return visit;
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

  @Test
  public void u2_anInvoiceNamesNoPerson() {
    used("ann", Duration.ofHours(1), 0);
    hall.house.clock.set("2027-04-01T00:00:00Z");
    var invoice =
        done(hall.billing.run(hall.house.network("borea"), MARCH, false)).invoices().get(0);
    assertEquals(new Pseudonym("p-c"), invoice.company());
    assertTrue(invoice.lines().stream().noneMatch(l -> l.text().contains("ann")));
  }
}

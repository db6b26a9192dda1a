package org.escale.core.billing;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.billing.Charge;
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
import org.escale.federation.NetworkId;
import org.escale.federation.SpaceId;
import org.escale.money.Money;
import org.escale.refusal.RefusalCode;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Test;

/** What is charged, to whom, and why. */
public class ChargeTest {
  private static final YearMonth MARCH = YearMonth.of(2027, 3);

  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void u9_everyLineSaysWhyAndTheEmployerSeesNoPayout() {
    hall.used("ann", Duration.ofHours(1), 2);
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
  public void u8_aQuoteIsWhatIsChargedAfterwards() {
    var slot =
        new TimeSlot(Instant.parse("2027-03-01T09:00:00Z"), Instant.parse("2027-03-01T10:50:00Z"));
    var ann = hall.house.member("ann");
    var quote = done(hall.billing.quote(ann, new SpaceId("x-1"), slot, Optional.empty()));
    var booking = hall.book("ann", "x-1", "2027-03-01T09:00:00Z", Duration.ofMinutes(110));
    assertEquals(booking.agreement(), quote.agreement());
    hall.house.clock.set("2027-03-01T09:00:00Z");
    var visit = done(hall.reception.checkIn(ann, Hall.with(booking))).word();
    hall.pass(Duration.ofMinutes(110));
    hall.leave("ann", visit);
    hall.steward.runDue();
    assertEquals(quote.charge(), hall.all(Charge.class).get(0).amount());
  }

  @Test
  public void u7_anOldMonthRatedAgainGivesTheSameCents() {
    hall.used("ann", Duration.ofMinutes(77), 5);
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

  @Test
  public void u2_anInvoiceNamesNoPerson() {
    hall.used("ann", Duration.ofHours(1), 0);
    hall.house.clock.set("2027-04-01T00:00:00Z");
    var invoice =
        done(hall.billing.run(hall.house.network("borea"), MARCH, false)).invoices().get(0);
    assertEquals(new Pseudonym("p-c"), invoice.company());
    assertTrue(invoice.lines().stream().noneMatch(l -> l.text().contains("ann")));
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
    hall.used("ann", Duration.ofHours(9), 0);
    hall.house.clock.set("2027-03-02T08:00:00Z");
    var elsewhere =
        done(hall.reception.checkIn(hall.house.member("ann"), Hall.walk("ann", "y"))).word();
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
    hall.used("eve", Duration.ofHours(2), 0);
    hall.house.clock.set("2027-04-01T00:00:00Z");
    var run = done(hall.billing.run(hall.house.network("borea"), MARCH, false));
    assertEquals(List.of(), run.invoices());
    assertEquals(List.of(), run.payouts());
    assertEquals("told to no network", List.of(), run.unbilled());
    var kept = hall.all(Unrated.class);
    assertEquals(
        List.of(RefusalCode.OWN_CLIENT), kept.stream().map(u -> u.reason().code()).toList());
  }

  private Optional<PayoutLine> line(UsageRecord record) {
    return hall.all(PayoutLine.class).stream()
        .filter(l -> l.usage().equals(record.id()))
        .findFirst();
  }
}

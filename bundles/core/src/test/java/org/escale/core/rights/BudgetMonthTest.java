package org.escale.core.rights;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.TreeMap;
import org.escale.client.MemberId;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Words;
import org.escale.money.Money;
import org.escale.refusal.RefusalCode;
import org.escale.terms.DatedTerms;
import org.escale.terms.TermsId;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The month of a budget is the month of billing, by the contract network's terms. */
public class BudgetMonthTest {
  private final Hall hall = new Hall();

  @Before
  public void open() {
    hall.house.put(Words.entitlement("all").budget("60.00").build());
  }

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void e4_theBudgetAndTheInvoiceHaveTheSameBorderAtMidnightInBrussels() {
    used("2027-03-31T15:00:00Z");
    assertEquals("54.00 EUR", left("2027-03-31T21:59:59Z"));
    assertEquals("60.00 EUR", left("2027-03-31T22:00:00Z"));
    var march = YearMonth.of(2027, 3);
    hall.house.clock.set("2027-03-31T21:59:59Z");
    Answers.refused(
        RefusalCode.INVALID_FIELD, hall.billing.run(hall.house.network("borea"), march, false));
    hall.house.clock.set("2027-03-31T22:00:00Z");
    var run = Answers.done(hall.billing.run(hall.house.network("borea"), march, false));
    assertEquals(Money.euro("6.00"), run.invoices().get(0).total());
  }

  @Test
  public void e4_onTheDayWithTwentyThreeHoursAndOnThatWithTwentyFive() {
    used("2027-03-28T08:00:00Z");
    assertEquals("54.00 EUR", left("2027-03-01T00:00:00Z"));
    assertEquals("54.00 EUR", left("2027-02-28T23:00:00Z"));
    assertEquals("60.00 EUR", left("2027-02-28T22:59:59Z"));
    used("2027-10-31T08:00:00Z");
    assertEquals("54.00 EUR", left("2027-10-31T22:59:59Z"));
    assertEquals("60.00 EUR", left("2027-10-31T23:00:00Z"));
    assertEquals("54.00 EUR", left("2027-09-30T22:00:00Z"));
    assertEquals("60.00 EUR", left("2027-09-30T21:59:59Z"));
  }

  @Test
  public void u7_theZoneIsThatOfTheContractNetworksDatedTerms() {
    var first =
        hall.house.all(DatedTerms.class).stream()
            .filter(terms -> terms.id().value().equals("borea.billing.1"))
            .findFirst()
            .orElseThrow();
    var values = new TreeMap<>(first.values());
    values.put("zone", "America/New_York");
    hall.house.put(
        new DatedTerms(
            new TermsId("borea.billing.2"),
            first.rule(),
            Instant.parse("2027-03-02T00:00:00Z"),
            values,
            "somebody"));
    used("2027-03-31T15:00:00Z");
    assertEquals("54.00 EUR", left("2027-04-01T03:59:59Z"));
    assertEquals("60.00 EUR", left("2027-04-01T04:00:00Z"));
    hall.house.clock.set("2027-03-31T22:00:00Z");
    Answers.refused(
        RefusalCode.INVALID_FIELD,
        hall.billing.run(hall.house.network("borea"), YearMonth.of(2027, 3), false));
    hall.house.clock.set("2027-04-01T04:00:00Z");
    var run =
        Answers.done(hall.billing.run(hall.house.network("borea"), YearMonth.of(2027, 3), false));
    assertEquals(1, run.invoices().size());
    assertEquals(1, run.payouts().size());
  }

  private void used(String from) {
    hall.house.clock.set(from);
    hall.used("ann", Duration.ofHours(1), 0);
  }

  private String left(String at) {
    var snapshot = hall.house.snapshots.reach(hall.house.store.head());
    var ann = hall.house.people.person(snapshot, new MemberId("ann")).orElseThrow();
    Optional<Money> left = hall.house.purse.left(snapshot, ann, Instant.parse(at));
    return left.orElseThrow().toString();
  }
}

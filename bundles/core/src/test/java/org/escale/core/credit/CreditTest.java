package org.escale.core.credit;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.TransactionId;
import org.escale.client.CompanyId;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Words;
import org.escale.federation.ExtraId;
import org.escale.money.Money;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Metering.Reading;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.junit.After;
import org.junit.Test;

/** Prepaid money, from check-in to invoice. */
public class CreditTest {
  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void r10_checkInReservesTheCeilingAndRatingReleasesTheRest() {
    topUp("100.00");
    var visit = hall.walkIn("ann");
    assertEquals(Money.euro("54.00"), visit.reserved());
    assertEquals(Money.euro("46.00"), balance("credit:k"));
    assertEquals(Money.euro("54.00"), balance("reserved:" + visit.id()));
    hall.house.clock.advance(Duration.ofHours(2));
    hall.leave("ann", visit);
    hall.steward.runDue();
    assertEquals(Money.euro("88.00"), balance("credit:k"));
    assertEquals(Money.ZERO, balance("reserved:" + visit.id()));
    assertEquals(Money.euro("12.00"), balance("prepaid:p-c"));
    hall.house.clock.set("2027-04-01T00:00:00Z");
    done(hall.billing.run(hall.house.network("borea"), YearMonth.of(2027, 3), false));
    assertEquals(Money.ZERO, balance("prepaid:p-c"));
    assertEquals(Money.ZERO, balance("receivable:p-c"));
    assertEquals(Map.of("EUR", Money.ZERO), done(hall.billing.ledger(hall.house.federation())));
  }

  @Test
  public void r10_withoutEnoughCreditNobodyComesIn() {
    topUp("53.99");
    refused(
        RefusalCode.NO_CREDIT,
        hall.reception.checkIn(hall.house.member("ann"), Hall.walk("ann", "x")));
    assertEquals(Money.euro("53.99"), balance("credit:k"));
  }

  @Test
  public void r10_anExtraIsReservedAndUsed() {
    topUp("60.00");
    var visit = hall.walkIn("ann");
    refused(RefusalCode.NO_CREDIT, copies(visit, 61));
    done(copies(visit, 60));
    assertEquals(Money.ZERO, balance("credit:k"));
    hall.steward.runDue();
    assertEquals(Money.euro("6.00"), balance("prepaid:p-c"));
  }

  @Test
  public void r10_manyAtOnceNeverPassTheFloor() throws Exception {
    hall.centre("y", 20);
    var company = Words.company("d", "borea");
    hall.house.put(company);
    for (int i = 0; i < 12; i++) {
      hall.house.put(Words.member("m" + i, company, ""));
    }
    topUp("d", "200.00");
    var pool = Executors.newFixedThreadPool(12);
    var arrivals = new ArrayList<Callable<Outcome<Kept<Visit>>>>();
    for (int i = 0; i < 12; i++) {
      var who = "m" + i;
      arrivals.add(() -> hall.reception.checkIn(hall.house.member(who), Hall.walk(who, "y")));
    }
    int in = 0;
    for (var answer : pool.invokeAll(arrivals)) {
      if (answer.get() instanceof Outcome.Done) {
        in++;
      } else {
        refused(RefusalCode.NO_CREDIT, answer.get());
      }
    }
    pool.shutdown();
    assertEquals(3, in);
    assertEquals(Money.euro("38.00"), balance("credit:k"));
    assertTrue(hall.all(Visit.class).stream().map(v -> v.space()).distinct().count() == 3);
    assertEquals(
        1,
        hall.all(org.escale.access.Session.class).stream()
            .map(s -> s.segment())
            .distinct()
            .count());
  }

  private Outcome<?> copies(Visit visit, int pages) {
    var reading =
        new Reading(
            visit.id(),
            new ExtraId("x-copy"),
            BigDecimal.valueOf(pages),
            Optional.empty(),
            "p" + pages);
    return hall.metering.read(hall.house.desk("x"), reading);
  }

  private void topUp(String euro) {
    topUp("c", euro);
  }

  private void topUp(String company, String euro) {
    hall.house.put(
        new Credit(
            new CreditId("k"),
            new CompanyId(company),
            new Pseudonym("p-" + company),
            Optional.empty(),
            Money.ZERO));
    var amount = Money.euro(euro);
    hall.house.commits.commit(
        Change.of(
            new Write.Post(
                new LedgerTransaction(
                    new TransactionId("top-up"),
                    hall.house.clock.instant(),
                    "k",
                    List.of(
                        new LedgerEntry("credit:k", amount),
                        new LedgerEntry("cash", amount.negated())),
                    Set.of()))));
  }

  private Money balance(String account) {
    return hall.house.store.balance(account);
  }
}

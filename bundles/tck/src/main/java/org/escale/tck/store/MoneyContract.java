package org.escale.tck.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.escale.billing.Charge;
import org.escale.billing.Invoice;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.PayoutLine;
import org.escale.billing.UsageRecord;
import org.escale.caller.Sight;
import org.escale.money.Money;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Write;
import org.escale.word.Query;
import org.escale.word.Word;
import org.junit.Test;

/** Usage records, ledger, numbers and effects. */
public abstract class MoneyContract extends StoreContract {
  private final PaperSamples papers = new PaperSamples(samples);

  @Test
  public void jo6_recordsStandInTwoChainsWithoutAGap_u2() {
    var records = new ArrayList<UsageRecord>();
    for (int i = 0; i < 6; i++) {
      var issuer = i % 2 == 0 ? "home" : "elsewhere";
      var done = committed(new Write.Append(samples.usage("u" + i, "a", issuer)));
      records.add((UsageRecord) done.written().get(0).word());
    }
    committed(new Write.Append(samples.usage("other", "b", "home")));
    assertEquals(Optional.empty(), Chains.fault(records));
    var last = records.get(5);
    assertEquals(3, last.chain().issuerNumber());
    assertEquals(Chains.hash(last, records.get(3).chain().issuerHash()), last.chain().issuerHash());
    var head = store().balances().head(last.chainName());
    assertEquals(6, head.count());
    assertEquals(last.chain().hash(), head.hash());
    var issuers = store().balances().head(Chains.issuerChain(last));
    assertEquals(3, issuers.count());
    assertEquals(last.chain().issuerHash(), issuers.hash());
    assertEquals("", store().balances().head(samples.name("none")).hash());
    assertEquals(
        Optional.of(last),
        store().words().get(UsageRecord.class, last.id(), Sight.PLATFORM).map(k -> k.word()));
  }

  @Test
  public void jo6_oneChangeAppendsSeveral_u2() {
    var done =
        committed(
            new Write.Append(samples.usage("u1", "a", "home")),
            new Write.Append(samples.usage("u2", "a", "home")));
    var records = done.written().stream().map(k -> (UsageRecord) k.word()).toList();
    assertEquals(Optional.empty(), Chains.fault(records));
  }

  @Test
  public void jo6_aRefusedAppendLeavesNoGap_u2_u1() {
    var usage = samples.usage("u1", "a", "home");
    committed(new Write.Append(usage));
    refused(RefusalCode.ALREADY_EXISTS, new Write.Append(usage));
    refused(
        RefusalCode.ALREADY_EXISTS,
        new Write.Append(samples.usage("u2", "a", "home")),
        new Write.Append(usage));
    var next = committed(new Write.Append(samples.usage("u3", "a", "home")));
    assertEquals(2, ((UsageRecord) next.written().get(0).word()).chain().number());
  }

  @Test
  public void jo7_theLedgerSumsToZero_u5() {
    var a = samples.name("a");
    var b = samples.name("b");
    committed(new Write.Post(samples.transfer("t1", a, b, "10.05")));
    committed(new Write.Post(samples.transfer("t2", b, a, "0.05")));
    refused(RefusalCode.ALREADY_EXISTS, new Write.Post(samples.transfer("t1", a, b, "1.00")));
    assertEquals(Money.euro("-10.00"), store().balances().balance(a));
    assertEquals(Money.euro("10.00"), store().balances().balance(b));
    assertEquals(Money.ZERO, store().balances().balance(samples.name("c")));
    assertTrue(store().balances().total().values().stream().allMatch(Money::isZero));
    var about = Query.where("about", samples.name("about"));
    var kept = store().words().find(LedgerTransaction.class, about, Sight.PLATFORM);
    assertEquals(2, kept.items().size());
  }

  @Test
  public void jo7_aCreditNeverPassesItsFloor_r10() {
    var credit = kept(samples.credit("c", "-5.00")).word();
    var other = samples.name("x");
    committed(new Write.Post(samples.transfer("t1", other, credit.account(), "10.00")));
    refused(
        RefusalCode.NO_CREDIT,
        new Write.Post(samples.transfer("t2", credit.account(), other, "15.01")));
    committed(new Write.Post(samples.transfer("t3", credit.account(), other, "15.00")));
    refused(
        RefusalCode.NO_CREDIT,
        new Write.Post(samples.transfer("t4", credit.account(), other, "0.01")));
    assertEquals(Money.euro("-5.00"), store().balances().balance(credit.account()));
    committed(new Write.Post(samples.transfer("t5", other, credit.account(), "0.01")));
    refused(
        RefusalCode.NO_CREDIT,
        new Write.Post(samples.transfer("t6", "credit:" + samples.name("none"), other, "0.01")));
  }

  @Test
  public void jo7_twoInOneChangeCountTogether_r10() {
    var credit = kept(samples.credit("c", "0.00")).word();
    var other = samples.name("x");
    committed(new Write.Post(samples.transfer("t1", other, credit.account(), "10.00")));
    refused(
        RefusalCode.NO_CREDIT,
        new Write.Post(samples.transfer("t2", credit.account(), other, "6.00")),
        new Write.Post(samples.transfer("t3", credit.account(), other, "6.00")));
    assertEquals(Money.euro("10.00"), store().balances().balance(credit.account()));
  }

  @Test
  public void jo8_invoiceNumbersHaveNoGap_u4() {
    var nextYear = Instant.parse("2028-01-01T00:00:00Z");
    assertEquals("2027-0001", number(samples.invoice("i1", "s", Samples.MONDAY)));
    refused(
        RefusalCode.ALREADY_EXISTS,
        new Write.Issue(samples.invoice("i2", "s", Samples.MONDAY)),
        new Write.Issue(samples.invoice("i1", "s", Samples.MONDAY)));
    assertEquals("2027-0002", number(samples.invoice("i2", "s", nextYear.minusNanos(1))));
    assertEquals("2028-0001", number(samples.invoice("i3", "s", nextYear)));
    assertEquals("2027-0001", number(samples.invoice("i4", "other", Samples.MONDAY)));
  }

  @Test
  public void jo12_aChargeStandsOnOneInvoice_u3() {
    var first = papers.charge("c1", Samples.MONDAY);
    var second = papers.charge("c2", Samples.MONDAY.plusSeconds(1));
    committed(new Write.Put(first, 0), new Write.Put(second, 0));
    assertEquals(List.of(first, second), open(Charge.class, second.when().plusSeconds(1)));
    assertEquals(List.of(first), open(Charge.class, second.when()));
    committed(new Write.Issue(papers.invoice("i1", first)));
    refused(RefusalCode.ALREADY_EXISTS, new Write.Issue(papers.invoice("i2", second, first)));
    refused(
        RefusalCode.ALREADY_EXISTS,
        new Write.Issue(papers.invoice("i3", second)),
        new Write.Issue(papers.invoice("i4", second)));
    assertEquals(List.of(second), open(Charge.class, second.when().plusSeconds(1)));
    committed(new Write.Issue(papers.invoice("i2", second)));
    assertEquals(List.of(), open(Charge.class, second.when().plusSeconds(1)));
  }

  @Test
  public void jo12_aRecordStandsOnOnePayout_u3() {
    var first = papers.line("u1", Samples.MONDAY);
    var second = papers.line("u2", Samples.MONDAY);
    committed(new Write.Put(first, 0), new Write.Put(second, 0));
    committed(new Write.Put(papers.payout("p1", first), 0));
    refused(RefusalCode.ALREADY_EXISTS, new Write.Put(papers.payout("p2", first, second), 0));
    assertEquals(List.of(second), open(PayoutLine.class, Samples.MONDAY.plusSeconds(1)));
  }

  @Test
  public void jo12_whoeverCommitsAtOnce_u3() throws Exception {
    var charge = papers.charge("c", Samples.MONDAY);
    committed(new Write.Put(charge, 0));
    var threads = Executors.newFixedThreadPool(8);
    try {
      var tries = new ArrayList<Callable<CommitOutcome>>();
      for (int i = 0; i < 8; i++) {
        var change = Change.of(new Write.Issue(papers.invoice("i" + i, charge)));
        tries.add(() -> store().journal().commit(change));
      }
      int issued = 0;
      for (var done : threads.invokeAll(tries)) {
        issued += done.get() instanceof CommitOutcome.Committed ? 1 : 0;
      }
      assertEquals(1, issued);
    } finally {
      threads.shutdownNow();
    }
  }

  /** What is open of this test's own. */
  private <W extends Word> List<W> open(Class<W> kind, Instant before) {
    return store().balances().open(kind, before).stream()
        .filter(word -> word.id().value().startsWith(samples.name("")))
        .toList();
  }

  @Test
  public void effectsWaitUntilTheyAreDone_e2() {
    var kind = samples.name("kind");
    var one = new Effect(samples.name("e1"), kind, "x", Samples.details());
    var two = new Effect(samples.name("e2"), kind, "y", Samples.details());
    effects(one, two);
    effects(one);
    var now = clock().instant();
    assertEquals(List.of(one, two), due(kind, now));
    assertEquals(1, store().outbox().due(kind, now, 1).size());
    assertEquals(List.of(), due(samples.name("other"), now));
    assertTrue(!store().outbox().next().orElseThrow().isAfter(now));
    store().outbox().again(one.key(), now.plusSeconds(60), "not now");
    assertEquals(List.of(two), due(kind, now));
    store().outbox().done(two.key());
    assertEquals(List.of(), due(kind, now));
    clock().advance(Duration.ofSeconds(60));
    var again = store().outbox().due(kind, clock().instant(), 10);
    assertEquals(1, again.get(0).attempts());
    assertEquals(one, again.get(0).effect());
    store().outbox().done(one.key());
    assertEquals(List.of(), due(kind, clock().instant()));
  }

  private void effects(Effect... effects) {
    committed(new Change("me", Optional.empty(), List.of(), List.of(effects)));
  }

  private List<Effect> due(String kind, Instant now) {
    return store().outbox().due(kind, now, 10).stream().map(w -> w.effect()).toList();
  }

  private String number(Invoice invoice) {
    var number = ((Invoice) committed(new Write.Issue(invoice)).written().get(0).word()).number();
    return number.substring(invoice.seller().value().length() + 1);
  }
}

package org.escale.tck.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.ForeignEvent;
import org.escale.adapter.ForeignEventId;
import org.escale.billing.Charge;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.RequestKey;
import org.escale.caller.Sight;
import org.escale.federation.CentreId;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Once;
import org.escale.spi.store.Write;
import org.junit.Test;

/** What a centre's own system tells counts once, also where it corrects what stands on paper. */
public abstract class CorrectionContract extends StoreContract {
  private final PaperSamples papers = new PaperSamples(samples);

  @Test
  public void ce1_aKeyOfTheCentreIsKeptOnceForEver() {
    var first = event("e1", "5");
    committed(new Write.Put(first, 0));
    refused(RefusalCode.ALREADY_EXISTS, new Write.Put(first, 0));
    refused(RefusalCode.ALREADY_EXISTS, new Write.Put(event("e1", "7"), 0));
    committed(new Write.Put(event("e2", "7"), 0));
    var kept = store().words().get(ForeignEvent.class, first.id(), Sight.PLATFORM).orElseThrow();
    assertEquals("as it was told first", first, kept.word());
  }

  @Test
  public void u2_u3_afterTheInvoiceItIsACreditAndAFreshRecordOnce() {
    var wrong = samples.usage("u1", "a", "home");
    var billed = papers.charge("u1", Samples.MONDAY);
    committed(new Write.Append(wrong));
    committed(new Write.Put(billed, 0));
    committed(new Write.Issue(papers.invoice("i1", billed)));
    var event = event("e1", "1800");
    committed(new Write.Put(event, 0));
    var key = new RequestKey("centre-event", event.id().value(), "digest");
    var corrected = correction(wrong, "u1", key);
    var done = committed(corrected);
    var written = done.written().stream().map(kept -> (UsageRecord) kept.word()).toList();
    assertEquals(List.of(2L, 3L), written.stream().map(r -> r.chain().number()).toList());
    assertTrue(store().journal().commit(corrected) instanceof CommitOutcome.Replayed);
    var other = new RequestKey("centre-event", samples.name("e2"), "digest");
    refused(RefusalCode.ALREADY_EXISTS, correction(wrong, "again", other));
    assertEquals(3, store().balances().head(written.get(1).chainName()).count());

    var back = papers.charge("credit-u1", Samples.MONDAY);
    var fresh = papers.charge("fresh-u1", Samples.MONDAY);
    committed(new Write.Put(back, 0), new Write.Put(fresh, 0));
    refused(RefusalCode.ALREADY_EXISTS, new Write.Issue(papers.invoice("i2", billed, back, fresh)));
    assertEquals(2, open());
    committed(new Write.Issue(papers.invoice("i2", back, fresh)));
    assertEquals("each on one paper", 0, open());
  }

  private Change correction(UsageRecord wrong, String name, RequestKey key) {
    var back = like(wrong, "credit-" + name, wrong.quantity().negate());
    var fresh = like(wrong, "fresh-" + name, new BigDecimal(1800));
    return new Change(
        "tester",
        Optional.of(new Once(samples.name("adapter"), key, UsageRecord.class, fresh.id())),
        List.of(new Write.Append(back), new Write.Append(fresh)),
        List.of());
  }

  private UsageRecord like(UsageRecord record, String name, BigDecimal quantity) {
    var back = quantity.signum() < 0;
    return new UsageRecord(
        new UsageRecordId(samples.name(name)),
        record.kind(),
        record.centre(),
        record.space(),
        record.spaceKind(),
        record.guest(),
        record.visit(),
        record.agreement(),
        record.of(),
        quantity,
        record.unit(),
        record.slot(),
        record.closing(),
        (back ? "credit:" : "fresh:") + record.id(),
        back ? Optional.of(record.id()) : Optional.empty(),
        UsageRecord.Chain.NONE);
  }

  private long open() {
    return store().balances().open(Charge.class, Samples.MONDAY.plusSeconds(1)).stream()
        .filter(charge -> charge.id().value().startsWith(samples.name("")))
        .count();
  }

  private ForeignEvent event(String key, String quantity) {
    var adapter = new AdapterId(samples.name("adapter"));
    var told =
        new CentreEvent(
            key,
            samples.name("booking"),
            CentreEvent.Kind.CORRECTED,
            Samples.MONDAY,
            "",
            new BigDecimal(quantity));
    var id = ForeignEventId.of(adapter, key);
    return new ForeignEvent(id, adapter, new CentreId(samples.name("a")), told, Samples.MONDAY);
  }
}

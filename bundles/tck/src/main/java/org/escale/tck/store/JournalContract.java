package org.escale.tck.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.escale.caller.RequestKey;
import org.escale.caller.Sight;
import org.escale.client.Guest;
import org.escale.federation.Site;
import org.escale.presence.Visit;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Write;
import org.escale.word.Entry;
import org.junit.Test;

/** One sequence of changes: whole, once, without a gap. */
public abstract class JournalContract extends StoreContract {

  @Test
  public void jo1_aChangeIsWholeWithItsEffects() {
    var site = samples.site("a", "Mons");
    var effect = new Effect(samples.name("e"), samples.name("kind"), "about", Samples.details());
    var done =
        committed(
            new Change("me", Optional.empty(), List.of(new Write.Put(site, 0)), List.of(effect)));
    var kept = store().words().get(Site.class, site.id(), Sight.PLATFORM).orElseThrow();
    assertEquals(site, kept.word());
    assertEquals(1, kept.revision());
    assertEquals(done.seq(), kept.seq());
    assertEquals(List.of(kept), done.written());
    var waiting = store().outbox().due(effect.kind(), clock().instant(), 10);
    assertEquals(effect, waiting.get(0).effect());
  }

  @Test
  public void jo1_whatIsSetAsideIsNotDueUntilItIsReplayed() {
    var effect = new Effect(samples.name("e"), samples.name("kind"), "about", Samples.details());
    committed(new Change("me", Optional.empty(), List.of(), List.of(effect)));
    var now = clock().instant();
    var outbox = store().outbox();
    outbox.again(effect.key(), now.plusSeconds(9), "busy");
    var waits = outbox.messages(effect.kind(), 10).get(0);
    assertEquals(effect, waits.effect());
    assertEquals(Optional.of(now.plusSeconds(9)), waits.due());
    assertEquals("busy", waits.why());
    assertEquals(now, waits.since());
    outbox.aside(effect.key(), "poison");
    assertTrue(outbox.due(effect.kind(), now.plusSeconds(999_999_999), 10).isEmpty());
    assertEquals(Optional.empty(), outbox.messages(effect.kind(), 10).get(0).due());
    assertEquals(2, outbox.messages(effect.kind(), 10).get(0).attempts());
    outbox.replay(effect.key(), now);
    assertEquals(0, outbox.due(effect.kind(), now, 10).get(0).attempts());
    outbox.done(effect.key());
    assertTrue(outbox.messages(effect.kind(), 10).isEmpty());
  }

  @Test
  public void jo1_aRevisionReplacesExactlyTheOneBefore() {
    kept(samples.site("a", "Mons"));
    committed(new Write.Put(samples.site("a", "Namur"), 1));
    refused(RefusalCode.CHANGED_MEANWHILE, new Write.Put(samples.site("a", "Liege"), 1));
    refused(RefusalCode.CHANGED_MEANWHILE, new Write.Put(samples.site("none", "Liege"), 1));
    refused(RefusalCode.ALREADY_EXISTS, new Write.Put(samples.site("a", "Liege"), 0));
    var kept = store().words().get(Site.class, samples.site("a", "").id(), Sight.PLATFORM);
    assertEquals("Namur", kept.orElseThrow().word().town());
    assertEquals(2, kept.orElseThrow().revision());
  }

  @Test
  public void jo2_aRefusedChangeLeavesNoTrace_b3() {
    kept(samples.site("a", "Mons"));
    var space = samples.space("desk");
    var head = store().journal().head();
    var effect = new Effect(samples.name("e"), samples.name("kind"), "about", Samples.details());
    refused(
        RefusalCode.ALREADY_EXISTS,
        new Change(
            "me",
            Optional.empty(),
            List.of(
                new Write.Put(samples.booking("b", space, Samples.slot(0, 1)), 0),
                new Write.Put(samples.visit("v", samples.guest("x")), 0),
                new Write.Append(samples.usage("u", "centre", "home")),
                new Write.Post(samples.transfer("t", samples.name("x"), samples.name("y"), "1.00")),
                new Write.Issue(samples.invoice("i", "seller", Samples.MONDAY)),
                new Write.Put(samples.site("a", "Namur"), 0)),
            List.of(effect)));
    assertEquals(head, store().journal().head());
    assertEquals(1, store().calendar().free(List.of(space), Samples.slot(0, 1)).size());
    assertTrue(store().outbox().due(effect.kind(), clock().instant(), 10).isEmpty());
    assertTrue(store().balances().balance(samples.name("y")).isZero());
    assertEquals(0, store().balances().head("centre:" + samples.name("centre")).count());
    committed(
        new Write.Put(samples.visit("v", samples.guest("x")), 0),
        new Write.Append(samples.usage("u", "centre", "home")),
        new Write.Put(samples.booking("b", space, Samples.slot(0, 1)), 0));
    var invoice = committed(new Write.Issue(samples.invoice("i", "seller", Samples.MONDAY)));
    assertTrue(invoice.toString(), invoice.toString().contains("-2027-0001"));
  }

  @Test
  public void jo3_aRepeatedCommandGetsTheFirstAnswer_b3() {
    var key = new RequestKey("book", "k1", "d1");
    var first = committed(once(key, samples.site("a", "Mons")));
    committed(new Write.Put(samples.site("a", "Namur"), 1));
    var again = store().journal().commit(once(key, samples.site("other", "Liege")));
    assertEquals(new CommitOutcome.Replayed(first.written().get(0)), again);
    var recalled = store().journal().recall(samples.name("box"), key);
    assertEquals(Optional.of(again), recalled);
    var body = new RequestKey("book", "k1", "d2");
    refused(RefusalCode.KEY_REUSED, once(body, samples.site("b", "Mons")));
    assertTrue(
        store().journal().recall(samples.name("box"), body).orElseThrow()
            instanceof CommitOutcome.Refused);
    var elsewhere = new RequestKey("move", "k1", "d2");
    assertTrue(store().journal().recall(samples.name("box"), elsewhere).isEmpty());
    assertTrue(store().journal().recall(samples.name("desk"), key).isEmpty());
  }

  @Test
  public void jo3_aRefusalIsJudgedAfresh_b3() {
    var key = new RequestKey("book", "k1", "d1");
    kept(samples.site("a", "Mons"));
    refused(RefusalCode.ALREADY_EXISTS, once(key, samples.site("a", "Mons")));
    assertTrue(store().journal().recall(samples.name("box"), key).isEmpty());
    committed(once(key, samples.site("b", "Mons")));
  }

  @Test
  public void jo3_aKeyLivesSevenDays_b3() {
    var key = new RequestKey("book", "k1", "d1");
    committed(once(key, samples.site("a", "Mons")));
    clock().advance(Duration.ofDays(7).minusSeconds(1));
    assertTrue(store().journal().recall(samples.name("box"), key).isPresent());
    clock().advance(Duration.ofSeconds(1));
    assertTrue(store().journal().recall(samples.name("box"), key).isEmpty());
    committed(once(key, samples.site("b", "Mons")));
  }

  @Test
  public void jo3_theAnswerMustBeWritten() {
    var other = samples.site("other", "Mons");
    var change = once(new RequestKey("book", "k1", "d1"), other);
    var wrong =
        new Change(
            "me", change.once(), List.of(new Write.Put(samples.site("a", "Mons"), 0)), List.of());
    assertThrows(IllegalArgumentException.class, () -> store().journal().commit(wrong));
    assertTrue(
        store().words().get(Site.class, samples.site("a", "").id(), Sight.PLATFORM).isEmpty());
  }

  @Test
  public void jo5_entriesFollowWithoutAGap() {
    var head = store().journal().head();
    var told = new AtomicLong();
    var site = samples.site("a", "Mons");
    try (var following = store().journal().follow(told::set)) {
      kept(site);
      refused(RefusalCode.ALREADY_EXISTS, new Write.Put(site, 0));
      committed(new Write.Put(site, 1), new Write.Put(samples.site("b", "Mons"), 0));
      committed(new Write.Remove(Site.class, site.id()));
      assertEquals("told before the answer", store().journal().head(), told.get());
      assertTrue(following != null);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    var entries = all(head);
    assertEquals(3, entries.size());
    for (int i = 0; i < 3; i++) {
      assertEquals(head + i + 1, entries.get(i).seq());
      assertEquals("platform", entries.get(i).by());
      assertEquals(clock().instant(), entries.get(i).at());
    }
    assertEquals(1, entries.get(0).written().get(0).revision());
    assertEquals(2, entries.get(1).written().get(0).revision());
    assertEquals(2, entries.get(1).written().size());
    assertEquals(List.of(new Entry.Gone(Site.class, site.id())), entries.get(2).removed());
    assertEquals(1, store().journal().since(head, 1).size());
  }

  @Test
  public void jo5_anInstantIsAPlaceInTheSequence() {
    clock().advance(Duration.ofHours(1));
    var before = store().journal().head();
    kept(samples.site("a", "Mons"));
    kept(samples.site("b", "Mons"));
    var second = clock().instant().plusSeconds(1);
    clock().advance(Duration.ofSeconds(1));
    kept(samples.site("c", "Mons"));
    assertEquals(before, store().journal().before(second.minusSeconds(1)));
    assertEquals(before + 2, store().journal().before(second));
    assertEquals(before + 3, store().journal().before(second.plusSeconds(1)));
    assertEquals(0, store().journal().before(java.time.Instant.EPOCH));
  }

  @Test
  public void jo9_aGuestHasOneOpenVisit_u1() {
    var guest = samples.guest("x");
    var first = kept(samples.visit("v1", guest)).word();
    refused(RefusalCode.ALREADY_PRESENT, new Write.Put(samples.visit("v2", guest), 0));
    kept(samples.visit("v3", new Guest("elsewhere", guest.person(), guest.company())));
    committed(new Write.Put(first.seen(Samples.MONDAY), 1));
    committed(new Write.Put(first.closed(Samples.closing()), 2));
    kept(samples.visit("v2", guest));
    assertTrue(
        store()
            .words()
            .get(Visit.class, first.id(), Sight.PLATFORM)
            .orElseThrow()
            .word()
            .closing()
            .isPresent());
  }

  @Test
  public void whatIsNeverRemovedOrPutIsRefusedAsAMistake() {
    var visit = kept(samples.visit("v1", samples.guest("x"))).word();
    var usage = samples.usage("u", "centre", "home");
    assertThrows(
        IllegalArgumentException.class,
        () -> store().journal().commit(Change.of(new Write.Remove(Visit.class, visit.id()))));
    assertThrows(
        IllegalArgumentException.class,
        () -> store().journal().commit(Change.of(new Write.Put(usage, 0))));
  }

  private List<Entry> all(long after) {
    var entries = new ArrayList<Entry>();
    var page = store().journal().since(after, 2);
    while (!page.isEmpty()) {
      entries.addAll(page);
      page = store().journal().since(entries.get(entries.size() - 1).seq(), 2);
    }
    return entries;
  }
}

package org.escale.tck.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.federation.Site;
import org.escale.spi.store.Write;
import org.escale.word.Query;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;
import org.escale.word.Word;
import org.junit.Test;

/** Reads show what was committed, and to each only what it sees. */
public abstract class WordsContract extends StoreContract {

  @Test
  public void wo1_aReadAfterACommitShowsIt_b5() {
    for (int i = 1; i <= 20; i++) {
      var town = "town" + i;
      committed(new Write.Put(samples.site("a", town), i - 1));
      var kept = store().words().get(Site.class, samples.site("a", "").id(), Sight.PUBLIC);
      assertEquals(town, kept.orElseThrow().word().town());
      assertEquals(i, kept.orElseThrow().revision());
    }
    committed(new Write.Remove(Site.class, samples.site("a", "").id()));
    assertTrue(
        store().words().get(Site.class, samples.site("a", "").id(), Sight.PLATFORM).isEmpty());
    committed(new Write.Remove(Site.class, samples.site("a", "").id()));
  }

  @Test
  public void wo2_whatIsNotSeenIsNotThere_e1() {
    var mine = kept(samples.booking("a", samples.space("d1"), Samples.slot(0, 1))).word();
    kept(samples.booking("b", samples.space("d2"), Samples.slot(0, 1)));
    var me = sight(Reader.member(mine.guest().person()));
    var all = Query.where("centreId", mine.centre().value());
    assertEquals(List.of(mine), words(Booking.class, all, me));
    assertEquals(2, words(Booking.class, all, sight(Reader.centre(mine.centre()))).size());
    assertEquals(2, words(Booking.class, all, Sight.PLATFORM).size());
    for (var none :
        List.of(
            Sight.PUBLIC,
            new Sight(false, Set.of()),
            sight(Reader.FEDERATION),
            sight(Reader.member(samples.guest("c").person())))) {
      assertEquals(List.of(), words(Booking.class, all, none));
      assertTrue(store().words().get(Booking.class, mine.id(), none).isEmpty());
    }
    assertTrue(store().words().get(Booking.class, mine.id(), me).isPresent());
  }

  @Test
  public void wo2_readersFollowTheWord_e1() {
    var booking = kept(samples.booking("a", samples.space("d1"), Samples.slot(0, 1))).word();
    var now = booking.in(Booking.State.CANCELLED);
    committed(new Write.Put(now, 1));
    var centre = Query.where("centreId", booking.centre().value());
    assertEquals(
        List.of(now), words(Booking.class, centre.and("state", "CANCELLED"), Sight.PLATFORM));
    assertEquals(List.of(), words(Booking.class, centre.and("state", "CONFIRMED"), Sight.PLATFORM));
  }

  @Test
  public void wo3_pagesShowEverythingThatStays() {
    var writes = new ArrayList<Write>();
    var expected = new HashSet<Word>();
    for (int i = 0; i < 25; i++) {
      var booking = samples.booking("b" + i, samples.space("d" + i), Samples.slot(0, 1));
      writes.add(new Write.Put(booking, 0));
      expected.add(booking);
      if (i % 10 == 9) {
        committed(writes.toArray(Write[]::new));
        writes.clear();
      }
    }
    committed(writes.toArray(Write[]::new));
    for (int limit : List.of(1, 3, 10, 24, 25, 1000)) {
      var seen = new ArrayList<Word>();
      var query =
          new Query(
              java.util.Map.of("centreId", samples.name("centre")),
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              0,
              limit);
      var page = store().words().find(Booking.class, query, Sight.PLATFORM);
      while (true) {
        assertTrue(page.items().size() <= limit);
        page.items().forEach(kept -> seen.add(kept.word()));
        if (page.next().isEmpty()) {
          break;
        }
        assertTrue("JSON number", page.next().getAsLong() < 1L << 53);
        page =
            store()
                .words()
                .find(Booking.class, query.after(page.next().getAsLong()), Sight.PLATFORM);
      }
      assertEquals("each once, with limit " + limit, 25, seen.size());
      assertEquals(expected, new HashSet<>(seen));
    }
  }

  @Test
  public void wo3_wordsAfterAnEntryAreThoseWrittenLater() {
    var first = kept(samples.booking("a", samples.space("d1"), Samples.slot(0, 1)));
    var second = kept(samples.booking("b", samples.space("d2"), Samples.slot(0, 1)));
    var query = Query.where("centreId", samples.name("centre"));
    assertEquals(
        List.of(second.word()), words(Booking.class, query.after(first.seq()), Sight.PLATFORM));
    assertEquals(List.of(), words(Booking.class, query.after(second.seq()), Sight.PLATFORM));
    committed(new Write.Put(first.word(), 1));
    assertEquals(
        "in the order in which they were last written",
        List.of(second.word(), first.word()),
        words(Booking.class, query, Sight.PLATFORM));
  }

  @Test
  public void filtersMatchAllFieldsAndTheHalfOpenTime() {
    var early = kept(samples.booking("a", samples.space("d1"), Samples.slot(0, 1))).word();
    var late = kept(samples.booking("b", samples.space("d2"), Samples.slot(2, 3))).word();
    var centre = Query.where("centreId", samples.name("centre"));
    assertEquals(
        List.of(late),
        words(Booking.class, centre.and("spaceId", late.space().value()), Sight.PLATFORM));
    assertEquals(List.of(), words(Booking.class, centre.and("colour", "red"), Sight.PLATFORM));
    assertEquals(
        List.of(early), words(Booking.class, between(centre, Samples.slot(0, 2)), Sight.PLATFORM));
    assertEquals(
        List.of(late), words(Booking.class, between(centre, Samples.slot(1, 9)), Sight.PLATFORM));
    assertEquals(
        List.of(early, late),
        words(Booking.class, between(centre, Samples.slot(0, 2.1)), Sight.PLATFORM));
    kept(samples.site("s", "Mons"));
    var timeless = words(Site.class, between(Query.all(), Samples.slot(-900, 900)), Sight.PUBLIC);
    assertEquals("without an instant there is none to select by", List.of(), timeless);
  }

  private static Query between(Query query, TimeSlot slot) {
    return query.between(slot.from(), slot.to());
  }

  private static Sight sight(Reader reader) {
    return new Sight(false, Set.of(Reader.EVERYONE, reader));
  }

  private <W extends Word> List<W> words(Class<W> kind, Query query, Sight sight) {
    return store().words().find(kind, query, sight).items().stream().map(k -> k.word()).toList();
  }
}

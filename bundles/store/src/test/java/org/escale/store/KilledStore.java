package org.escale.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.federation.SpaceId;
import org.escale.money.Money;
import org.escale.tck.store.Chains;
import org.escale.tck.store.Samples;
import org.escale.tck.store.StorePorts;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/** Looks at a store after its process was killed. */
final class KilledStore {
  private final StorePorts store;

  KilledStore(StorePorts store) {
    this.store = store;
  }

  /** Acknowledged bookings that are not there. */
  Set<String> missing(Set<String> acknowledged) {
    var missing = new HashSet<>(acknowledged);
    all(Booking.class).forEach(booking -> missing.remove(booking.id().value()));
    return missing;
  }

  /** Each entry wrote its booking, record and transfer, and no booking was written twice. */
  void everythingWasOnce(Set<String> acknowledged) {
    Map<String, Integer> times = new HashMap<>();
    long seq = 0;
    for (var page = store.journal().since(0, 500);
        !page.isEmpty();
        page = store.journal().since(seq, 500)) {
      for (var entry : page) {
        assertEquals("no gap", ++seq, entry.seq());
        assertEquals("whole", 3, entry.written().size());
        times.merge(entry.written().get(0).word().id().value(), 1, Integer::sum);
      }
    }
    assertTrue(times.keySet().containsAll(acknowledged));
    assertEquals(Set.of(1), Set.copyOf(times.values()));
    assertEquals(times.size(), all(Booking.class).size());
    assertEquals(times.size(), all(UsageRecord.class).size());
    assertEquals(Money.euro(times.size() + ".00"), store.balances().balance("shop"));
    assertTrue(store.balances().total().values().stream().allMatch(Money::isZero));
    var waiting = store.outbox().due("rating", Samples.MONDAY, 1_000_000);
    assertEquals("E2", times.size(), waiting.size());
  }

  /** B1, and the calendar is what the words say (B7). */
  void nothingOverlaps() {
    var lines = all(Booking.class).stream().collect(Collectors.groupingBy(Booking::space));
    lines.forEach(
        (line, bookings) -> {
          var slots =
              bookings.stream()
                  .map(Booking::slot)
                  .sorted(Comparator.comparing(TimeSlot::from))
                  .toList();
          for (int i = 1; i < slots.size(); i++) {
            assertFalse(slots.get(i - 1).overlaps(slots.get(i)));
          }
          assertEquals(slots, busy(line));
        });
  }

  /** U2: numbers without a gap, hashes that lead back to the first. */
  void chainsAreWhole() {
    var chain =
        all(UsageRecord.class).stream()
            .sorted(Comparator.comparingLong((UsageRecord r) -> r.chain().number()))
            .toList();
    assertEquals(Optional.empty(), Chains.fault(chain));
    var last = chain.get(chain.size() - 1);
    assertEquals(last.chain().hash(), store.balances().head(last.chainName()).hash());
    assertEquals(chain.size(), store.balances().head(Chains.issuerChain(last)).count());
  }

  private List<TimeSlot> busy(SpaceId line) {
    return store.calendar().busy(line, Samples.slot(-1, 1_000_000));
  }

  private <W extends Word> List<W> all(Class<W> kind) {
    var all = new ArrayList<W>();
    var page = store.words().find(kind, Query.all(), Sight.PLATFORM);
    page.items().forEach(kept -> all.add(kept.word()));
    while (page.next().isPresent()) {
      var query = Query.all().after(page.next().getAsLong());
      page = store.words().find(kind, query, Sight.PLATFORM);
      page.items().forEach(kept -> all.add(kept.word()));
    }
    return all;
  }
}

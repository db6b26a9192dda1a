package org.escale.store.write;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.ForeignTimeId;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.store.write.Intervals.Named;
import org.escale.word.TimeSlot;

class MirrorTest {
  private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
  private static final List<SpaceId> LINES = List.of(new SpaceId("one"), new SpaceId("two"));
  private static final int HOURS = 40;

  /** An entry becomes that; it goes where it has no times. */
  record Step(int entry, int line, List<TimeSlot> slots) {
    Optional<ForeignTime> word() {
      var id = new ForeignTimeId("entry-" + entry);
      return slots.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ForeignTime(id, new CentreId("c"), LINES.get(line), "e" + entry, "1", slots));
    }
  }

  @Property
  void itSaysWhatLookingAtEachTimeSays(@ForAll("steps") List<Step> steps) {
    var mirror = new Mirror();
    Map<Integer, ForeignTime> plain = new HashMap<>();
    for (var step : steps) {
      mirror.change(Optional.ofNullable(plain.get(step.entry())), step.word());
      plain.remove(step.entry());
      step.word().ifPresent(now -> plain.put(step.entry(), now));
      for (var line : LINES) {
        same(mirror, plain, line);
      }
    }
    plain.values().forEach(left -> mirror.change(Optional.of(left), Optional.empty()));
    LINES.forEach(line -> same(mirror, Map.of(), line));
  }

  private static void same(Mirror mirror, Map<Integer, ForeignTime> plain, SpaceId line) {
    for (int from = 0; from < HOURS; from += 3) {
      for (int length : new int[] {1, 7, HOURS}) {
        var asked = slot(from, length);
        var all =
            plain.values().stream()
                .filter(time -> time.space().equals(line))
                .flatMap(time -> time.slots().stream())
                .filter(asked::overlaps)
                .sorted(Comparator.comparing(TimeSlot::from).thenComparing(TimeSlot::to))
                .toList();
        assertEquals(all, mirror.overlapping(line, asked).toList());
        assertEquals(!all.isEmpty(), mirror.busy(line, asked));
      }
    }
  }

  @Example
  void howManyTimesThereAreHardlyMatters() {
    var times = Intervals.NONE;
    for (int n = 0; n < 20_000; n++) {
      times = times.with(new Named(slot(n, 3), "n" + n));
    }
    assertTrue("depth " + times.depth(), times.depth() < 64);
    assertEquals(3, times.overlapping(slot(10_000, 1)).size());
    for (int n = 0; n < 20_000; n += 2) {
      times = times.without(new Named(slot(n, 3), "n" + n));
    }
    assertTrue("depth " + times.depth(), times.depth() < 64);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    var slots =
        Combinators.combine(
                Arbitraries.integers().between(0, HOURS), Arbitraries.integers().between(1, 9))
            .as(MirrorTest::slot);
    return Combinators.combine(
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 1),
            slots.list().ofMaxSize(3).uniqueElements())
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  private static TimeSlot slot(int from, int length) {
    var start = START.plus(Duration.ofHours(from));
    return new TimeSlot(start, start.plus(Duration.ofHours(length)));
  }
}

package org.escale.core.directories;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.escale.adapter.Counterpart;
import org.escale.adapter.CounterpartId;
import org.escale.adapter.InstalledDirectory;
import org.escale.core.snapshot.Snapshot;
import org.escale.spi.directory.ForeignId;
import org.escale.spi.directory.Reading;
import org.escale.spi.store.Write;
import org.escale.word.Kept;

/** What is being worked out of one reading. For one thread. */
final class Draft {
  private final InstalledDirectory row;
  private final Reading reading;
  private final Known known;
  private final Snapshot here;
  private final Tally tally = new Tally();
  private final List<Step> steps = new ArrayList<>();

  Draft(InstalledDirectory row, Reading reading, Known known, Snapshot here) {
    this.row = row;
    this.reading = reading;
    this.known = known;
    this.here = here;
  }

  InstalledDirectory row() {
    return row;
  }

  Reading reading() {
    return reading;
  }

  Known known() {
    return known;
  }

  Snapshot here() {
    return here;
  }

  Tally tally() {
    return tally;
  }

  List<Step> steps() {
    return steps;
  }

  void same(boolean person) {
    tally.same(person);
  }

  void left(boolean person, String why) {
    tally.left(person, why);
  }

  void step(Step step) {
    steps.add(step);
    tally.planned(step);
  }

  /** Notes what the directory says now. */
  Write saying(Kept<Counterpart> counterpart, String now) {
    return new Write.Put(counterpart.word().saying(now), counterpart.revision());
  }

  /** Which of its own are not there any more, given those that were seen in the reading. */
  Collection<CounterpartId> gone(
      Set<CounterpartId> seen, Function<ForeignId, CounterpartId> named) {
    Stream<CounterpartId> candidates =
        reading.whole() ? known.all().keySet().stream() : reading.gone().stream().map(named);
    return candidates.filter(id -> !seen.contains(id)).toList();
  }
}

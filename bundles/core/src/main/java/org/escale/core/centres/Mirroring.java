package org.escale.core.centres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.ForeignTimeId;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.secrets.Sha256;
import org.escale.federation.Space;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps what others wrote into a centre's calendar as times in ours; what we wrote there ourselves
 * is a booking already and is left out.
 */
@Component(service = Mirroring.class)
public final class Mirroring {
  private static final int AT_ONCE = 500;

  /** 160 bits, in hexadecimal digits. */
  private static final int NAME = 40;

  private final Words words;
  private final Commits commits;

  /** Keeps it there. */
  @Activate
  public Mirroring(@Reference Words words, @Reference Commits commits) {
    this.words = words;
    this.commits = commits;
  }

  /** Writes what differs from what was seen before; the times that it touches. */
  List<TimeSlot> keep(Space space, Reading.Seen seen, String issuer) {
    var known = seen.everything() ? known(space) : known(space, seen.entries().keySet());
    var touched = new ArrayList<TimeSlot>();
    var writes = new ArrayList<Write>();
    for (var entry : seen.entries().values()) {
      var id = id(space, entry.id());
      var was = Optional.ofNullable(known.remove(id));
      if (entry.slots().isEmpty() || ours(entry, issuer)) {
        was.ifPresent(old -> writes.add(new Write.Remove(ForeignTime.class, id)));
      } else {
        changed(space, entry, was).ifPresent(writes::add);
      }
      touched.addAll(entry.slots());
      was.ifPresent(old -> touched.addAll(old.word().slots()));
    }
    if (seen.everything()) {
      known.keySet().forEach(gone -> writes.add(new Write.Remove(ForeignTime.class, gone)));
    }
    for (int from = 0; from < writes.size(); from += AT_ONCE) {
      commit(writes.subList(from, Math.min(from + AT_ONCE, writes.size())));
    }
    return touched;
  }

  /** What is known under these names. */
  private Map<ForeignTimeId, Kept<ForeignTime>> known(Space space, Set<String> foreign) {
    var known = new HashMap<ForeignTimeId, Kept<ForeignTime>>();
    for (var name : foreign) {
      words
          .get(ForeignTime.class, id(space, name), Sight.PLATFORM)
          .ifPresent(kept -> known.put(kept.word().id(), kept));
    }
    return known;
  }

  /** What is known of a space, by id. */
  private Map<ForeignTimeId, Kept<ForeignTime>> known(Space space) {
    var known = new HashMap<ForeignTimeId, Kept<ForeignTime>>();
    all(words, ForeignTime.class, Query.where("spaceId", space.id().value()))
        .forEach(kept -> known.put(kept.word().id(), kept));
    return known;
  }

  static boolean ours(ForeignEntry entry, String issuer) {
    return entry.key().filter(key -> key.federation().equals(issuer)).isPresent();
  }

  /** All pages. */
  static <W extends Word> List<Kept<W>> all(Words words, Class<W> kind, Query query) {
    var page = words.find(kind, query, Sight.PLATFORM);
    var all = new ArrayList<>(page.items());
    while (page.next().isPresent()) {
      page = words.find(kind, query.after(page.next().getAsLong()), Sight.PLATFORM);
      all.addAll(page.items());
    }
    return all;
  }

  private static Optional<Write> changed(
      Space space, ForeignEntry entry, Optional<Kept<ForeignTime>> was) {
    var now =
        new ForeignTime(
            id(space, entry.id()),
            space.centre(),
            space.id(),
            entry.id(),
            entry.revision(),
            entry.slots());
    return was.filter(old -> old.word().equals(now)).isPresent()
        ? Optional.empty()
        : Optional.of(new Write.Put(now, was.map(Kept::revision).orElse(0L)));
  }

  private void commit(List<Write> writes) {
    var change = new Change("platform", Optional.empty(), writes, List.of());
    var outcome = commits.commit(change);
    if (!(outcome instanceof CommitOutcome.Committed)) {
      throw new StoreException(
          "what was read could not be kept", new IllegalStateException(outcome.toString()));
    }
  }

  private static ForeignTimeId id(Space space, String foreign) {
    return new ForeignTimeId(Sha256.of(space.id().value() + "\n" + foreign).substring(0, NAME));
  }
}

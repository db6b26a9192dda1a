package org.escale.core.centres;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.ForeignEvent;
import org.escale.adapter.ForeignEventId;
import org.escale.adapter.InstalledAdapter;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.rights.People;
import org.escale.core.secrets.Sha256;
import org.escale.refusal.RefusalCode;
import org.escale.spi.centre.Key;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps what a centre's own system tells, each key once for ever, together with the effect that
 * acts on it: whatever breaks off, it is done once. Our own word that comes back, and what is about
 * another federation's booking, is not kept. Safe for many threads.
 */
@Component(service = Receipts.class)
public final class Receipts {
  /** The kind of effect that acts on it; about the event. */
  public static final String KIND = "centre-told";

  /** In an effect: that its key was told with another content before. */
  public static final String REUSED = "reused";

  private final Words words;
  private final Commits commits;
  private final Clock clock;
  private final People people;

  /** Keeps it there. */
  @Activate
  public Receipts(
      @Reference Words words,
      @Reference Commits commits,
      @Reference Clock clock,
      @Reference People people) {
    this.words = words;
    this.commits = commits;
    this.clock = clock;
    this.people = people;
  }

  /** Whether that key was told with another content before. */
  boolean reused(InstalledAdapter row, CentreEvent event) {
    return before(ForeignEventId.of(row.id(), event.key()))
        .filter(known -> !known.told().same(event))
        .isPresent();
  }

  /**
   * Takes one; whether it was new. One whose key was told with another content is kept as well, for
   * somebody to look at.
   *
   * @throws org.escale.spi.store.StoreException if it cannot be kept now
   */
  boolean take(InstalledAdapter row, CentreEvent event) {
    if (ours(event) || others(event)) {
      return false;
    }
    var id = ForeignEventId.of(row.id(), event.key());
    var known = before(id);
    if (known.isEmpty()) {
      return kept(row, id, event, Map.of());
    }
    if (known.get().told().same(event)) {
      return false;
    }
    var other = ForeignEventId.of(row.id(), event.key() + "\n" + Sha256.of(event.toString()));
    return before(other).isEmpty() && kept(row, other, event, Map.of(REUSED, "yes"));
  }

  private Optional<ForeignEvent> before(ForeignEventId id) {
    return words.get(ForeignEvent.class, id, Sight.PLATFORM).map(kept -> kept.word());
  }

  private boolean kept(
      InstalledAdapter row, ForeignEventId id, CentreEvent event, Map<String, String> details) {
    var word = new ForeignEvent(id, row.id(), row.centre(), event, clock.instant());
    var effect = new Effect(KIND + ":" + id, KIND, id.value(), details);
    var writes = List.<Write>of(new Write.Put(word, 0));
    var change = new Change("platform", Optional.empty(), writes, List.of(effect));
    var outcome = commits.commit(change);
    if (outcome instanceof CommitOutcome.Refused no
        && no.refusal().code() != RefusalCode.ALREADY_EXISTS) {
      throw new IllegalStateException("an event is refused: " + no.refusal().code());
    }
    return outcome instanceof CommitOutcome.Committed;
  }

  private boolean ours(CentreEvent event) {
    return event.key().endsWith("@" + people.issuer() + ".escale");
  }

  private boolean others(CentreEvent event) {
    return Key.of(event.booking())
        .filter(key -> !key.federation().equals(people.issuer()))
        .isPresent();
  }
}

package org.escale.core.commits;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.escale.caller.Caller;
import org.escale.caller.RequestKey;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.CommitOutcome.Committed;
import org.escale.spi.store.CommitOutcome.Refused;
import org.escale.spi.store.CommitOutcome.Replayed;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Once;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Write;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Commits what a use case drafts, at most once for each request key (law B3). What it answered is
 * durable and in the snapshot. Where the database is away it answers {@code
 * TEMPORARILY_UNAVAILABLE}. Safe for many threads.
 */
@Component(service = Commits.class)
public final class Commits {
  /** How often it tries again when something changed between reading and writing. */
  private static final int TRIES = 8;

  private final Journal journal;
  private final Snapshots snapshots;

  /** Commits to that journal. */
  @Activate
  public Commits(@Reference Journal journal, @Reference Snapshots snapshots) {
    this.journal = journal;
    this.snapshots = snapshots;
  }

  /**
   * Drafts and commits under the key that the caller gave, if any: here every change of every door
   * is made harmless to repeat (law B3). A request that makes several changes names the others
   * differently ({@link RequestKey#part}) or makes them as {@link Caller#further}.
   *
   * <p>The draft is made again after a change meanwhile, so it must read afresh each time. The key
   * is looked up before drafting, and again before a refusal is answered, since the same request
   * may have come through meanwhile.
   */
  public <W extends Word> Outcome<Kept<W>> commit(
      Caller caller, Supplier<Outcome<Draft<W>>> draft) {
    try {
      var before = recalled(caller, caller.key());
      if (before.isPresent()) {
        return answer(before.get());
      }
      Outcome<Kept<W>> outcome = attempts(caller, draft);
      return outcome instanceof Outcome.Refused
          ? recalled(caller, caller.key()).map(this::<W>answer).orElse(outcome)
          : outcome;
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  /**
   * Commits a change of the platform itself, which no caller asked for; its words are in the
   * snapshot afterwards.
   *
   * @throws StoreException if the database is away
   */
  public CommitOutcome commit(Change change) {
    var outcome = journal.commit(change);
    if (outcome instanceof Committed committed && touchesSnapshot(change.writes())) {
      snapshots.reach(committed.seq());
    }
    return outcome;
  }

  /** Whether the caller's key was given with another request before. */
  public boolean reused(Caller caller) {
    return reused(caller, caller.key().stream());
  }

  /** Whether one of these keys of the caller was given with another request before. */
  public boolean reused(Caller caller, Stream<RequestKey> keys) {
    try {
      return keys.map(key -> recalled(caller, Optional.of(key)))
          .anyMatch(found -> found.filter(Refused.class::isInstance).isPresent());
    } catch (StoreException away) {
      return false; // the commit that follows says that it is away
    }
  }

  /** Removes a word; done also where it was gone already. */
  public Outcome<Id> remove(Caller caller, Class<? extends Word> kind, Id id) {
    try {
      var writes = List.<Write>of(new Write.Remove(kind, id));
      var change = new Change(caller.who().value(), Optional.empty(), writes, List.of());
      return commit(change) instanceof Refused refused
          ? Outcome.refused(refused.refusal())
          : Outcome.done(id);
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private <W extends Word> Outcome<Kept<W>> attempts(
      Caller caller, Supplier<Outcome<Draft<W>>> drafts) {
    for (int attempt = 1; ; attempt++) {
      var drafted = drafts.get();
      if (!(drafted instanceof Outcome.Done<Draft<W>> done)) {
        return drafted.map(never -> null);
      }
      var draft = done.value();
      var outcome = commit(change(caller, draft));
      catchUp(outcome);
      if (!again(outcome, draft) || attempt == TRIES) {
        return answer(outcome, draft);
      }
    }
  }

  /** What refused a draft is in the snapshot before anybody drafts again. */
  private void catchUp(CommitOutcome outcome) {
    if (outcome instanceof Refused refused
        && (refused.refusal().code() == RefusalCode.CHANGED_MEANWHILE
            || refused.refusal().code() == RefusalCode.ALREADY_EXISTS)) {
      snapshots.reach(journal.head());
    }
  }

  private static boolean again(CommitOutcome outcome, Draft<?> draft) {
    return outcome instanceof Refused refused
        && refused.refusal().code() == RefusalCode.CHANGED_MEANWHILE
        && !draft.asked();
  }

  private static Change change(Caller caller, Draft<?> draft) {
    var producer = caller.who().value();
    var once = caller.key().map(k -> new Once(producer, k, draft.kind(), draft.answer()));
    return new Change(producer, once, draft.writes(), draft.effects());
  }

  private Optional<CommitOutcome> recalled(Caller caller, Optional<RequestKey> key) {
    return key.flatMap(k -> journal.recall(caller.who().value(), k));
  }

  private static <W extends Word> Outcome<Kept<W>> answer(CommitOutcome outcome, Draft<W> draft) {
    if (outcome instanceof Committed committed) {
      return Outcome.done(find(committed.written(), draft.kind(), draft.answer()));
    }
    return replayed(outcome);
  }

  private <W extends Word> Outcome<Kept<W>> answer(CommitOutcome outcome) {
    return replayed(outcome);
  }

  @SuppressWarnings("unchecked") // the key's operation decides the class of its answer
  private static <W extends Word> Outcome<Kept<W>> replayed(CommitOutcome outcome) {
    return outcome instanceof Replayed replayed
        ? Outcome.done((Kept<W>) replayed.answer())
        : Outcome.refused(((Refused) outcome).refusal());
  }

  @SuppressWarnings("unchecked") // compared by its class
  private static <W extends Word> Kept<W> find(
      List<Kept<? extends Word>> written, Class<W> kind, Id id) {
    for (var kept : written) {
      if (kept.word().getClass() == kind && kept.word().id().equals(id)) {
        return (Kept<W>) kept;
      }
    }
    throw new IllegalStateException("the answer was not among what was written");
  }

  private static boolean touchesSnapshot(List<Write> writes) {
    return writes.stream()
        .anyMatch(
            write ->
                (write instanceof Write.Put put && Snapshot.holds(put.word().getClass()))
                    || (write instanceof Write.Remove gone && Snapshot.holds(gone.kind())));
  }
}

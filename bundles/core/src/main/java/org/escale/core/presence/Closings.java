package org.escale.core.presence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.access.Session;
import org.escale.booking.Booking;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.core.centres.Reported;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.metering.EndTexts;
import org.escale.core.metering.TimeRecord;
import org.escale.core.metering.UsageEffects;
import org.escale.core.plugins.Rules;
import org.escale.core.sessions.Grants;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Space;
import org.escale.presence.Closing;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.spi.visit.Ending;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Ends visits: the visit, its booking, its sessions and its usage record change in one commit,
 * exactly once (laws S3, U1). Safe for many threads.
 */
@Component(service = Closings.class)
public final class Closings {
  /** The platform itself, on behalf of nobody. */
  static final Caller PLATFORM =
      new Caller(
          new AccountId("platform"),
          java.util.Set.of(),
          org.escale.caller.Standing.NONE,
          java.util.Set.of(),
          java.util.Locale.ENGLISH);

  private final Commits commits;
  private final Words words;
  private final Snapshots snapshots;
  private final Ends ends;

  /** Ends them by the rules they were sealed with. */
  @Activate
  public Closings(
      @Reference Commits commits,
      @Reference Words words,
      @Reference Snapshots snapshots,
      @Reference Rules rules) {
    this.commits = commits;
    this.words = words;
    this.snapshots = snapshots;
    this.ends = new Ends(new SealedRules(rules));
  }

  /** How the visit ends as things stand. */
  Ends.End end(Visit visit, KnownFacts facts) {
    return ends.of(facts.of(visit, snapshots.now()));
  }

  /**
   * Who ends it, and what they say of it.
   *
   * @param doubt the text of an end that nobody can vouch for: its record is set aside
   */
  record Wish(Caller by, KnownFacts facts, Optional<String> doubt) {
    /** An end that is sure. */
    Wish(Caller by, KnownFacts facts) {
      this(by, facts, Optional.empty());
    }
  }

  /**
   * Ends the visit as its rule says; one that was ended before answers with that end. {@code
   * NOT_FOUND}; {@code WRONG_STATE} when it does not end by those facts.
   */
  Outcome<Kept<Visit>> close(VisitId id, Wish wish, Instant now) {
    var outcome = commits.commit(wish.by(), () -> draft(id, wish, now));
    boolean reused =
        outcome instanceof Outcome.Refused<Kept<Visit>> no
            && no.refusal().code() == RefusalCode.KEY_REUSED;
    return outcome instanceof Outcome.Done || reused ? outcome : ended(id).orElse(outcome);
  }

  private Optional<Outcome<Kept<Visit>>> ended(VisitId id) {
    return words
        .get(Visit.class, id, Sight.PLATFORM)
        .filter(kept -> !kept.word().open())
        .map(Outcome::done);
  }

  private Outcome<Draft<Visit>> draft(VisitId id, Wish wish, Instant now) {
    var kept = words.get(Visit.class, id, Sight.PLATFORM);
    if (kept.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    return kept.get().word().open() ? ending(kept.get(), wish, now) : told(kept.get(), wish);
  }

  private Outcome<Draft<Visit>> ending(Kept<Visit> kept, Wish wish, Instant now) {
    var ending = end(kept.word(), wish.facts()).ending();
    return ending.due().isAfter(now)
        ? Outcome.refused(RefusalCode.WRONG_STATE)
        : Outcome.done(draft(kept, ending, wish));
  }

  /** It is over already: the visit as it is, kept as the answer to who gave a key. */
  private static Outcome<Draft<Visit>> told(Kept<Visit> over, Wish wish) {
    return wish.by().key().isPresent()
        ? Outcome.done(Draft.of(over.word(), over.revision()))
        : Outcome.refused(RefusalCode.WRONG_STATE);
  }

  private Draft<Visit> draft(Kept<Visit> kept, Ending said, Wish wish) {
    var visit = kept.word();
    var ending = said(said, wish);
    var text = wish.doubt().orElse(ending.text());
    var closed =
        visit.closed(
            new Closing(
                ending.billed().truncatedTo(ChronoUnit.SECONDS),
                ending.by(),
                visit.agreement().terms().visit().rule(),
                text));
    var kind = snapshots.now().get(Space.class, visit.space()).map(Space::kind);
    var record = TimeRecord.of(closed, kind);
    var writes = new ArrayList<Write>();
    writes.addAll(fulfilled(closed, wish.by()));
    writes.add(new Write.Append(record));
    var effects = new ArrayList<Effect>();
    effects.add(UsageEffects.rate(record));
    effects.addAll(Reported.left(snapshots.now(), closed, wish.by()));
    for (var session : sessions(visit)) {
      var cutting = session.word().cutting();
      writes.add(new Write.Put(cutting, session.revision()));
      effects.add(Grants.tell(cutting));
    }
    return Draft.of(closed, kept.revision()).also(writes).causing(effects);
  }

  /** Where nobody checked out and the platform did, it was no check-out. */
  private static Ending said(Ending ending, Wish wish) {
    return ending.by() == By.CHECK_OUT && wish.by().equals(PLATFORM)
        ? new Ending(ending.due(), ending.billed(), By.ADMINISTRATOR, EndTexts.of(By.ADMINISTRATOR))
        : ending;
  }

  private List<Write> fulfilled(Visit closed, Caller by) {
    var closing = closed.closing().orElseThrow();
    return words.get(Booking.class, closed.booking(), Sight.PLATFORM).stream()
        .filter(kept -> kept.word().state() == Booking.State.CHECKED_IN)
        .map(
            kept ->
                (Write)
                    new Write.Put(
                        kept.word()
                            .ended(
                                Booking.State.FULFILLED,
                                new Booking.End(by.who().value(), closing.at(), closing.text())),
                        kept.revision()))
        .toList();
  }

  private List<Kept<Session>> sessions(Visit visit) {
    var snapshot = snapshots.now();
    return snapshot.where(Session.class, "visitId", visit.id()).stream()
        .filter(session -> session.state() != Session.State.CUTTING)
        .flatMap(session -> snapshot.kept(Session.class, session.id()).stream())
        .toList();
  }
}

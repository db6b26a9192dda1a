package org.escale.core.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Role;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.plugins.Releases;
import org.escale.core.plugins.Rules;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.federation.Space;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Directory;
import org.escale.spi.store.Effect;
import org.escale.terms.DatedTerms;
import org.escale.terms.RuleRef;
import org.escale.word.Kept;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the directory is changed by those who hold its parts. */
@Component(service = Directory.class)
public final class DirectoryDesk implements Directory {
  private final Commits commits;
  private final Snapshots snapshots;
  private final Rules rules;
  private final Releases releases;
  private final Keeping keeping;
  private final Clock clock;

  /** Commits there. */
  @Activate
  public DirectoryDesk(
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference Rules rules,
      @Reference Releases releases,
      @Reference Keeping keeping,
      @Reference Clock clock) {
    this.commits = commits;
    this.snapshots = snapshots;
    this.rules = rules;
    this.releases = releases;
    this.keeping = keeping;
    this.clock = clock;
  }

  @Override
  public boolean isInstalled(NetworkId network) {
    return rules.speakFor(network);
  }

  @Override
  public <W extends Word> Outcome<Kept<W>> save(Caller caller, W word, long revision) {
    var refusal = Holdings.refusal(caller, word, snapshots.now()).or(() -> keeping.refusal(word));
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    var kept = keeping.kept(word, snapshots.now());
    return commits.commit(caller, () -> Outcome.done(draft(kept, revision)));
  }

  @Override
  public Outcome<Kept<Centre>> online(Caller caller, CentreId centre, boolean up) {
    return commits.commit(
        caller,
        () ->
            known(centre)
                .then(
                    kept ->
                        Holdings.refusal(caller, kept.word(), snapshots.now())
                            .map(Outcome::<Draft<Centre>>refused)
                            .orElseGet(
                                () ->
                                    Outcome.done(
                                        Draft.of(line(kept.word(), up), kept.revision())))));
  }

  @Override
  public Outcome<Kept<DatedTerms>> enter(
      Caller caller, RuleRef rule, Instant validFrom, Map<String, String> values) {
    if (!mayEnter(caller, rule)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return commits.commit(
        caller,
        () ->
            validFrom.isBefore(clock.instant())
                ? Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "validFrom"))
                : rules
                    .accepts(rule, values)
                    .map(accepted -> Draft.of(dated(caller, rule, validFrom, values), 0)));
  }

  private DatedTerms dated(
      Caller caller, RuleRef rule, Instant validFrom, Map<String, String> values) {
    return new DatedTerms(
        releases.next(rule), rule, validFrom, new TreeMap<>(values), caller.who().value());
  }

  private static boolean mayEnter(Caller caller, RuleRef rule) {
    var own = caller.standing().network().filter(n -> n.value().equals(rule.network()));
    return caller.may(Operation.TERMS_WRITE)
        && (own.isPresent() || caller.roles().contains(Role.FEDERATION));
  }

  private Outcome<Kept<Centre>> known(CentreId centre) {
    return snapshots
        .now()
        .kept(Centre.class, centre)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  /** What changes a centre is looked at again by the networks that it belongs to. */
  private static <W extends Word> Draft<W> draft(W word, long revision) {
    var draft = Draft.of(word, revision).atAskedRevision();
    if (word instanceof Centre centre) {
      return draft.causing(List.of(evaluation(centre.id())));
    }
    return word instanceof Space space ? draft.causing(List.of(evaluation(space.centre()))) : draft;
  }

  private static Effect evaluation(CentreId centre) {
    var key = "evaluation:" + UUID.randomUUID();
    return new Effect(key, EvaluationEffects.KIND, centre.value(), Map.of());
  }

  private static Centre line(Centre c, boolean up) {
    return new Centre(c.id(), c.site(), c.name(), c.kind(), c.home(), c.hours(), c.profile(), up);
  }
}

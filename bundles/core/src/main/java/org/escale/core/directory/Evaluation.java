package org.escale.core.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.core.commits.Draft;
import org.escale.core.connectivity.ServiceMinutes;
import org.escale.core.plugins.Rules;
import org.escale.core.plugins.TermsInForce;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Affiliation;
import org.escale.federation.Centre;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.federation.Label;
import org.escale.federation.LabelId;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.label.Grade;
import org.escale.spi.store.Write;
import org.escale.terms.Terms.Sealed;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks at a centre by the admission and label rules of one network, and drafts what comes of it.
 */
@Component(service = Evaluation.class)
public final class Evaluation {
  private final Rules rules;
  private final Snapshots snapshots;
  private final Clock clock;
  private final ServiceMinutes minutes;

  /** By those rules. */
  @Activate
  public Evaluation(
      @Reference Rules rules,
      @Reference Snapshots snapshots,
      @Reference Clock clock,
      @Reference ServiceMinutes minutes) {
    this.rules = rules;
    this.snapshots = snapshots;
    this.clock = clock;
    this.minutes = minutes;
  }

  /** The affiliation with its verdict and state, and the labels that the centre earns or loses. */
  Outcome<Draft<Affiliation>> draft(Kept<Affiliation> kept) {
    var affiliation = kept.word();
    var snapshot = snapshots.now();
    var now = clock.instant();
    return facts(snapshot, affiliation)
        .then(
            facts ->
                rule(snapshot, affiliation, "admission", now)
                    .then(inForce -> rules.admit(inForce, facts))
                    .map(verdict -> Progress.judged(affiliation, verdict, now))
                    .then(judged -> labelled(kept, judged, facts, now)));
  }

  private Outcome<Draft<Affiliation>> labelled(
      Kept<Affiliation> kept, Affiliation judged, CentreFacts facts, Instant now) {
    var draft = Draft.of(judged, kept.revision());
    if (!Progress.carriesLabels(judged.state())) {
      return Outcome.done(draft.also(labels(judged, List.of())));
    }
    var inForce = TermsInForce.at(snapshots.now(), judged.network(), "label", now);
    return inForce.isEmpty()
        ? Outcome.done(draft)
        : rules
            .grade(inForce.get(), facts)
            .map(grades -> grades.stream().map(g -> label(judged, g, inForce.get(), now)).toList())
            .map(earned -> draft.also(labels(judged, earned)));
  }

  /**
   * Puts what is new or changed, removes what is no longer earned; a label that stays keeps its
   * date.
   */
  private List<Write> labels(Affiliation affiliation, List<Label> earned) {
    var snapshot = snapshots.now();
    var writes = new ArrayList<Write>();
    for (var label : earned) {
      var before = snapshot.kept(Label.class, label.id());
      var dated = before.map(k -> since(label, k.word().since())).orElse(label);
      if (before.filter(k -> k.word().equals(dated)).isEmpty()) {
        writes.add(new Write.Put(dated, before.map(Kept::revision).orElse(0L)));
      }
    }
    var ids = earned.stream().map(Label::id).collect(Collectors.toSet());
    snapshot.where(Label.class, "centreId", affiliation.centre()).stream()
        .filter(label -> label.issuer().equals(affiliation.network()) && !ids.contains(label.id()))
        .forEach(lost -> writes.add(new Write.Remove(Label.class, lost.id())));
    return writes;
  }

  private static Label label(Affiliation affiliation, Grade grade, Sealed rule, Instant now) {
    var slug = grade.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var id = "%s.%s.%s".formatted(affiliation.centre(), affiliation.network(), slug);
    return new Label(
        new LabelId(id),
        affiliation.centre(),
        affiliation.network(),
        grade.name(),
        grade.stars(),
        rule,
        grade.evidence(),
        grade.territory(),
        now);
  }

  private static Label since(Label l, Instant since) {
    return new Label(
        l.id(),
        l.centre(),
        l.issuer(),
        l.name(),
        l.stars(),
        l.rule(),
        l.evidence(),
        l.territory(),
        since);
  }

  private static Outcome<Sealed> rule(
      Snapshot snapshot, Affiliation affiliation, String contract, Instant now) {
    return TermsInForce.at(snapshot, affiliation.network(), contract, now)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(RefusalCode.RULE_MISSING, "rule", contract)));
  }

  /** All that rules may look at; of labels only those of other networks. */
  private Outcome<CentreFacts> facts(Snapshot snapshot, Affiliation affiliation) {
    Optional<Centre> centre = snapshot.get(Centre.class, affiliation.centre());
    Optional<Site> site = centre.flatMap(c -> snapshot.get(Site.class, c.site()));
    if (site.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var others =
        snapshot.where(Label.class, "centreId", affiliation.centre()).stream()
            .filter(label -> !label.issuer().equals(affiliation.network()))
            .toList();
    var spaces = snapshot.where(Space.class, "centreId", affiliation.centre());
    return Outcome.done(
        new CentreFacts(centre.get(), site.get(), spaces, others, minutes.evidence(centre.get())));
  }

  /** The criteria that stand in the way, as refusals name them. */
  static List<Criterion> blocking(Affiliation affiliation, Instant now) {
    return affiliation.verdict().stream()
        .filter(Criterion::blocks)
        .filter(criterion -> !Progress.waived(affiliation, criterion, now))
        .toList();
  }
}

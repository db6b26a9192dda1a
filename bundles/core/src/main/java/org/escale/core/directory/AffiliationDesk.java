package org.escale.core.directory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Role;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Affiliation;
import org.escale.federation.Affiliation.Confirmation;
import org.escale.federation.Affiliation.State;
import org.escale.federation.AffiliationId;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.federation.Waiver;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Affiliations;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.terms.DatedTerms;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where centres join networks: the network decides, the centre signs. */
@Component(service = Affiliations.class)
public final class AffiliationDesk implements Affiliations {
  private static final int MOST_CENTRES = 200;
  private static final int LONGEST_TEXT = 2000;

  private final Commits commits;
  private final Words words;
  private final Snapshots snapshots;
  private final Steps steps;
  private final Clock clock;

  /** Commits there. */
  @Activate
  public AffiliationDesk(
      @Reference Commits commits,
      @Reference Words words,
      @Reference Snapshots snapshots,
      @Reference Steps steps,
      @Reference Clock clock) {
    this.commits = commits;
    this.words = words;
    this.snapshots = snapshots;
    this.steps = steps;
    this.clock = clock;
  }

  @Override
  public Outcome<List<Kept<Affiliation>>> propose(
      Caller caller, NetworkId network, Set<CentreId> centres) {
    if (!decides(caller, network)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    if (centres.isEmpty() || centres.size() > MOST_CENTRES) {
      return wrong("centreIds");
    }
    if (commits.reused(caller)) {
      return Outcome.refused(RefusalCode.KEY_REUSED);
    }
    var sorted = centres.stream().sorted(java.util.Comparator.comparing(CentreId::value)).toList();
    return candidates(network, sorted)
        .then(fresh -> fresh.isEmpty() ? Outcome.done(true) : put(caller, fresh))
        .map(done -> sorted.stream().map(centre -> open(network, centre)).toList());
  }

  @Override
  public Outcome<Kept<Affiliation>> evaluate(Caller caller, AffiliationId id) {
    return decide(caller, id, steps::evaluated);
  }

  @Override
  public Outcome<Kept<Affiliation>> waive(
      Caller caller, AffiliationId id, String criterion, Exemption exemption) {
    var now = clock.instant();
    if (!exemption.until().isAfter(now)) {
      return wrong("until");
    }
    if (criterion.isBlank() || isLong(exemption.reason())) {
      return wrong("reason");
    }
    var waiver =
        new Waiver(criterion, exemption.until(), caller.who().value(), now, exemption.reason());
    return decide(
        caller,
        id,
        kept ->
            steps.evaluated(
                new Kept<>(Progress.waived(kept.word(), waiver), kept.revision(), kept.seq())));
  }

  @Override
  public Outcome<Kept<Affiliation>> remedy(Caller caller, AffiliationId id, String plan) {
    if (isLong(plan)) {
      return wrong("plan");
    }
    return decide(
        caller,
        id,
        kept -> Steps.from(kept, Set.of(State.REJECTED), a -> Progress.remedied(a, plan)));
  }

  @Override
  public Outcome<Kept<Affiliation>> confirm(Caller caller, AffiliationId id, String termsDigest) {
    if (!caller.may(Operation.AFFILIATION_CONFIRM)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return commits.commit(
        caller,
        () ->
            found(caller, id)
                .then(kept -> shown(kept.word(), termsDigest).map(same -> kept))
                .then(
                    kept ->
                        Steps.from(
                            kept,
                            Set.of(State.EVALUATED),
                            a -> Progress.confirmed(a, signature(caller, termsDigest)))));
  }

  @Override
  public Outcome<Kept<Affiliation>> step(Caller caller, AffiliationId id, Step step) {
    return decide(caller, id, kept -> steps.taken(kept, step));
  }

  private Outcome<Kept<Affiliation>> decide(
      Caller caller,
      AffiliationId id,
      Function<Kept<Affiliation>, Outcome<Draft<Affiliation>>> next) {
    return caller.may(Operation.AFFILIATION_DECIDE)
        ? commits.commit(caller, () -> found(caller, id).then(next))
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  private Outcome<Kept<Affiliation>> found(Caller caller, AffiliationId id) {
    return words
        .get(Affiliation.class, id, caller.sight())
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private Outcome<Boolean> shown(Affiliation affiliation, String digest) {
    return snapshots
            .now()
            .get(DatedTerms.class, affiliation.terms().terms())
            .filter(terms -> terms.digest().equals(digest))
            .isPresent()
        ? Outcome.done(true)
        : wrong("termsDigest");
  }

  private Confirmation signature(Caller caller, String digest) {
    return new Confirmation(caller.who().value(), clock.instant(), digest);
  }

  private Outcome<List<Affiliation>> candidates(NetworkId network, List<CentreId> centres) {
    var snapshot = snapshots.now();
    Outcome<List<Affiliation>> fresh = Outcome.done(new ArrayList<>());
    for (var centre : centres) {
      if (Proposals.open(snapshot, network, centre).isEmpty()) {
        fresh =
            fresh.then(
                all ->
                    Proposals.candidate(snapshot, network, centre, clock.instant())
                        .map(one -> with(all, one)));
      }
    }
    return fresh;
  }

  private Outcome<Boolean> put(Caller caller, List<Affiliation> fresh) {
    var rest = fresh.stream().skip(1).map(a -> new Write.Put(a, 0)).toList();
    return commits
        .commit(caller, () -> Outcome.done(Draft.of(fresh.get(0), 0).also(rest)))
        .map(kept -> true);
  }

  private Kept<Affiliation> open(NetworkId network, CentreId centre) {
    var snapshot = snapshots.now();
    return Proposals.open(snapshot, network, centre)
        .flatMap(a -> snapshot.kept(Affiliation.class, a.id()))
        .orElseThrow();
  }

  private static List<Affiliation> with(List<Affiliation> all, Affiliation one) {
    all.add(one);
    return all;
  }

  private static boolean decides(Caller caller, NetworkId network) {
    return caller.may(Operation.AFFILIATION_DECIDE)
        && (caller.roles().contains(Role.FEDERATION)
            || caller.standing().network().filter(network::equals).isPresent());
  }

  private static boolean isLong(String text) {
    return text.isBlank() || text.length() > LONGEST_TEXT;
  }

  private static <T> Outcome<T> wrong(String field) {
    return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
  }
}

package org.escale.core.plugins;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.core.commits.Commits;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Network;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.spi.network.AffiliationRules;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Write;
import org.escale.terms.DatedTerms;
import org.escale.terms.RuleRef;
import org.escale.terms.TermsId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a rule brings when a version of it first appears: the terms it was released with, and
 * the network that an affiliation rule speaks for. Terms are rows from then on, never edited.
 */
@Component(service = Releases.class)
public final class Releases {
  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
  private static final String AUTHOR = "release";

  private final Commits commits;
  private final Snapshots snapshots;
  private final Clock clock;

  /** Writes through these. */
  @Activate
  public Releases(
      @Reference Commits commits, @Reference Snapshots snapshots, @Reference Clock clock) {
    this.commits = commits;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** The number that the next dated terms of that contract get. */
  public TermsId next(RuleRef rule) {
    var count = of(rule).size();
    return new TermsId(rule.network() + "." + rule.contract() + "." + (count + 1));
  }

  void release(Installed installed) {
    try {
      var writes = new ArrayList<Write>();
      network(installed).ifPresent(writes::add);
      terms(installed).ifPresent(writes::add);
      if (!writes.isEmpty()) {
        logged(commits.commit(new Change(AUTHOR, Optional.empty(), writes, List.of())), installed);
      }
    } catch (StoreException | IllegalArgumentException unkept) {
      LOG.error("what rule {} was released with could not be kept", installed.ref(), unkept);
    }
  }

  private static void logged(CommitOutcome outcome, Installed installed) {
    if (outcome instanceof CommitOutcome.Refused refused) {
      LOG.warn("terms of {} were not kept: {}", installed.ref(), refused.refusal().code());
    }
  }

  private Optional<Write> terms(Installed installed) {
    var ref = installed.ref();
    if (of(ref).stream().anyMatch(terms -> terms.rule().equals(ref))) {
      return Optional.empty();
    }
    var from = of(ref).isEmpty() ? Instant.EPOCH : clock.instant();
    var values = TermsWriter.write(installed.released());
    return Optional.of(new Write.Put(new DatedTerms(next(ref), ref, from, values, AUTHOR), 0));
  }

  private Optional<Write> network(Installed installed) {
    if (!(installed.rule() instanceof AffiliationRules<?> rules)) {
      return Optional.empty();
    }
    var said = installed.ask(rules::network, n -> n.id().value().equals(rules.ref().network()));
    if (!(said instanceof Outcome.Done<Network> done)) {
      return Optional.empty();
    }
    var kept = snapshots.now().kept(Network.class, done.value().id());
    return kept.filter(known -> known.word().equals(done.value())).isPresent()
        ? Optional.empty()
        : Optional.of(new Write.Put(done.value(), kept.map(k -> k.revision()).orElse(0L)));
  }

  private List<DatedTerms> of(RuleRef rule) {
    return snapshots
        .now()
        .where(DatedTerms.class, "networkId", new NetworkId(rule.network()))
        .stream()
        .filter(terms -> terms.rule().contract().equals(rule.contract()))
        .toList();
  }
}

package org.escale.core.metering;

import org.escale.caller.Caller;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Affiliation;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Metering.Head;
import org.escale.spi.store.Balances;
import org.escale.spi.store.StoreException;
import org.escale.word.Reader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows where the chains of centres end. Safe for many threads. */
@Component(service = Heads.class)
public final class Heads {
  private final Balances balances;
  private final Snapshots snapshots;

  /** Reads there. */
  @Activate
  public Heads(@Reference Balances balances, @Reference Snapshots snapshots) {
    this.balances = balances;
    this.snapshots = snapshots;
  }

  /** The head of the chain of a centre, for those whom its length concerns. */
  Outcome<Head> of(Caller caller, CentreId centre) {
    if (!concerns(caller, centre)) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    try {
      var head = balances.head("centre:" + centre.value());
      return Outcome.done(new Head(head.count(), head.hash()));
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private boolean concerns(Caller caller, CentreId centre) {
    var as = caller.sight().as();
    return as.contains(Reader.centre(centre))
        || snapshots.now().where(Affiliation.class, "centreId", centre).stream()
            .anyMatch(joined -> as.contains(Reader.network(joined.network())));
  }
}

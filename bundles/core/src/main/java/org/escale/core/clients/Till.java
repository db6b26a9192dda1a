package org.escale.core.clients;

import java.time.Clock;
import org.escale.client.Credit;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Balances;
import org.escale.spi.store.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is on a credit, and when money comes in. */
@Component(service = Till.class)
public final class Till {
  private final Balances balances;
  private final Clock clock;

  /** Counts there. */
  @Activate
  public Till(@Reference Balances balances, @Reference Clock clock) {
    this.balances = balances;
    this.clock = clock;
  }

  /** What is on it now. */
  Outcome<Money> balance(Credit credit) {
    try {
      return Outcome.done(balances.balance(credit.account()));
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  /** So much, now. */
  Accounts.Incoming now(Money amount) {
    return new Accounts.Incoming(amount, clock.instant());
  }
}

package org.escale.core.credit;

import java.time.Instant;
import java.util.List;
import org.escale.access.GatewayId;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.TransactionId;
import org.escale.client.Credit;
import org.escale.core.secrets.Sha256;
import org.escale.money.Money;
import org.escale.spi.store.Write;

/**
 * Moves money between a credit and what is held of it for a box that is cut off. The store refuses
 * what would pass the credit's floor, and each movement a second time. Pure.
 */
public final class Holds {
  private static final int NAME = 32;

  private Holds() {}

  /** What is held for a box of a credit, in a ledger account of its own. */
  public record Hold(GatewayId box, Credit credit, Money amount, Instant when) {}

  /** Keeps it back; {@code once} tells this time from others. */
  public static Write back(Hold hold, String once) {
    return moved("hold", hold, once, hold.amount());
  }

  /** Gives it back to the credit. */
  public static Write free(Hold hold, String once) {
    return moved("free", hold, once, hold.amount().negated());
  }

  private static Write moved(String what, Hold hold, String once, Money amount) {
    var account = hold.credit().account();
    var name = Sha256.of(hold.box() + "\n" + account + "\n" + once).substring(0, NAME);
    return new Write.Post(
        new LedgerTransaction(
            new TransactionId(what + "-" + name),
            hold.when(),
            hold.box().value(),
            List.of(
                new LedgerEntry(account, amount.negated()),
                new LedgerEntry("held:" + hold.box() + ":" + hold.credit().id(), amount)),
            hold.credit().readers()));
  }
}

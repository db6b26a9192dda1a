package org.escale.core.billing;

import java.util.Optional;
import org.escale.billing.Charge;
import org.escale.billing.PayoutLine;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;

/** What came of rating one record. */
sealed interface Verdict {
  /** It has its amounts; a record without a centre pays nobody. */
  record Priced(Charge charge, Optional<PayoutLine> payout) implements Verdict {}

  /** It waits or stays apart, for a reason (laws U3, U8). */
  record Parked(Refusal reason) implements Verdict {
    /** Whether asking again later can change it. */
    boolean waits() {
      return reason.code() == RefusalCode.RULE_MISSING;
    }
  }
}

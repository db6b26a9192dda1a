package org.escale.service;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.billing.Charge;
import org.escale.billing.Invoice;
import org.escale.billing.InvoiceId;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.booking.Agreement;
import org.escale.caller.Caller;
import org.escale.client.MemberId;
import org.escale.federation.SpaceId;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.word.TimeSlot;
import org.osgi.annotation.versioning.ProviderType;

/** Rates, invoices, settles and explains. */
@ProviderType
public interface BillingOffice {
  /**
   * What a visit would cost: the agreement that would be sealed and the charge by the very code
   * that rates.
   */
  record Quote(Agreement agreement, Money charge, String text) {}

  /** What a run made, or would make when dry. */
  record Run(
      YearMonth period,
      boolean dry,
      List<Invoice> invoices,
      List<Payout> payouts,
      List<Unrated> unbilled,
      Money margin) {
    /** Copies the lists. */
    public Run {
      invoices = List.copyOf(invoices);
      payouts = List.copyOf(payouts);
      unbilled = List.copyOf(unbilled);
    }
  }

  /** Why a line is what it is: each charge with its record and the payout beside it. */
  record Why(Charge charge, UsageRecord record, Optional<PayoutLine> payout) {}

  /** What it would cost; refusals as for booking. */
  Outcome<Quote> quote(Caller caller, SpaceId space, TimeSlot slot, Optional<MemberId> member);

  /**
   * Rates what waits, invoices and settles a month that is over. A second run adds nothing (U3).
   * Refusals: {@code NOT_ALLOWED}, {@code TOO_LATE} never, {@code INVALID_FIELD} for a month that
   * is not over (a dry run may be of any).
   */
  default Outcome<Run> run(Caller caller, YearMonth period, boolean dry) {
    return run(caller, period, dry, Progress.NONE);
  }

  /** The same, telling how far it is; what is called off before its end leaves no trace. */
  Outcome<Run> run(Caller caller, YearMonth period, boolean dry, Progress progress);

  /** That month, if it is over and can be run for good; else {@code INVALID_FIELD}. */
  Outcome<YearMonth> over(Caller caller, YearMonth period);

  /** Explains line {@code n} of an invoice. */
  Outcome<List<Why>> why(Caller caller, InvoiceId invoice, int n);

  /**
   * An invoice as a document of that media type ({@code application/pdf}); {@code NOT_FOUND} where
   * nothing here makes one, {@code TEMPORARILY_UNAVAILABLE} where what makes it fails.
   */
  Outcome<byte[]> document(Caller caller, InvoiceId invoice, String mediaType);

  /** The ledger's sum for each currency: zero. */
  Outcome<Map<String, Money>> ledger(Caller caller);
}

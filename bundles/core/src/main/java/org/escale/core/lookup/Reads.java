package org.escale.core.lookup;

import java.util.Map;
import java.util.Optional;
import org.escale.access.Box;
import org.escale.access.BoxReport;
import org.escale.access.InstalledGateway;
import org.escale.access.LineSamples;
import org.escale.access.Segment;
import org.escale.access.Session;
import org.escale.adapter.BusyFeed;
import org.escale.adapter.ForeignBooking;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.Incident;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.InstalledDirectory;
import org.escale.billing.Charge;
import org.escale.billing.Dispute;
import org.escale.billing.Invoice;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.caller.Operation;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.Entitlement;
import org.escale.client.Member;
import org.escale.client.Pass;
import org.escale.federation.Affiliation;
import org.escale.federation.Centre;
import org.escale.federation.Extra;
import org.escale.federation.Label;
import org.escale.federation.Network;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.presence.Viewing;
import org.escale.presence.Visit;
import org.escale.terms.DatedTerms;
import org.escale.word.Word;

/** Which operation reads which class of words. What stands here under none is read by nobody. */
final class Reads {
  private static final Map<Class<? extends Word>, Operation> BY =
      Map.ofEntries(
          Map.entry(Network.class, Operation.DIRECTORY_READ),
          Map.entry(Site.class, Operation.DIRECTORY_READ),
          Map.entry(Centre.class, Operation.DIRECTORY_READ),
          Map.entry(Space.class, Operation.DIRECTORY_READ),
          Map.entry(Extra.class, Operation.DIRECTORY_READ),
          Map.entry(Label.class, Operation.DIRECTORY_READ),
          Map.entry(DatedTerms.class, Operation.DIRECTORY_READ),
          Map.entry(InstalledAdapter.class, Operation.ADAPTER_READ),
          Map.entry(InstalledDirectory.class, Operation.OPERATE),
          Map.entry(ForeignTime.class, Operation.ADAPTER_READ),
          Map.entry(ForeignBooking.class, Operation.ADAPTER_READ),
          Map.entry(Incident.class, Operation.ADAPTER_READ),
          Map.entry(BusyFeed.class, Operation.FEED_WRITE),
          Map.entry(InstalledGateway.class, Operation.DIRECTORY_WRITE),
          Map.entry(Box.class, Operation.OPERATE),
          Map.entry(BoxReport.class, Operation.OPERATE),
          Map.entry(LineSamples.class, Operation.OPERATE),
          Map.entry(Affiliation.class, Operation.AFFILIATION_READ),
          Map.entry(Booking.class, Operation.BOOKING_READ),
          Map.entry(Visit.class, Operation.VISIT_READ),
          Map.entry(Session.class, Operation.VISIT_READ),
          Map.entry(Segment.class, Operation.OPERATE),
          Map.entry(UsageRecord.class, Operation.USAGE_READ),
          Map.entry(Dispute.class, Operation.USAGE_READ),
          Map.entry(Viewing.class, Operation.ACCESS_LOG_READ),
          Map.entry(Company.class, Operation.CLIENT_READ),
          Map.entry(Member.class, Operation.CLIENT_READ),
          Map.entry(Entitlement.class, Operation.CLIENT_READ),
          Map.entry(Credit.class, Operation.CLIENT_READ),
          Map.entry(Pass.class, Operation.PASS_READ),
          Map.entry(Charge.class, Operation.INVOICE_READ),
          Map.entry(Invoice.class, Operation.INVOICE_READ),
          Map.entry(Payout.class, Operation.PAYOUT_READ),
          Map.entry(PayoutLine.class, Operation.PAYOUT_READ),
          Map.entry(LedgerTransaction.class, Operation.LEDGER_READ),
          Map.entry(Unrated.class, Operation.BILLING_RUN));

  private Reads() {}

  /** The operation, if that class is read through a door at all. */
  static Optional<Operation> of(Class<? extends Word> kind) {
    return Optional.ofNullable(BY.get(kind));
  }
}

package org.escale.store.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.escale.access.Box;
import org.escale.access.BoxAuthority;
import org.escale.access.BoxReport;
import org.escale.access.Device;
import org.escale.access.DeviceAuthority;
import org.escale.access.InstalledGateway;
import org.escale.access.LinePurses;
import org.escale.access.LineSamples;
import org.escale.access.Outage;
import org.escale.access.Segment;
import org.escale.access.Session;
import org.escale.access.Watched;
import org.escale.adapter.BusyFeed;
import org.escale.adapter.Counterpart;
import org.escale.adapter.ForeignBooking;
import org.escale.adapter.ForeignEvent;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.Incident;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.InstalledDirectory;
import org.escale.adapter.Proven;
import org.escale.billing.Charge;
import org.escale.billing.Dispute;
import org.escale.billing.Invoice;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.caller.Account;
import org.escale.caller.Job;
import org.escale.caller.Token;
import org.escale.client.Alias;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.Entitlement;
import org.escale.client.Member;
import org.escale.client.Pass;
import org.escale.client.StaffGroup;
import org.escale.federation.Affiliation;
import org.escale.federation.Centre;
import org.escale.federation.Extra;
import org.escale.federation.Label;
import org.escale.federation.Network;
import org.escale.federation.Published;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.presence.UsedBadge;
import org.escale.presence.Viewing;
import org.escale.presence.Visit;
import org.escale.terms.DatedTerms;
import org.escale.word.Word;

/** The classes of words that are kept, each under its simple name. */
public final class Kinds {
  private static final List<Class<? extends Word>> ALL =
      List.of(
          Account.class,
          Affiliation.class,
          Alias.class,
          Booking.class,
          Box.class,
          BoxAuthority.class,
          BoxReport.class,
          BusyFeed.class,
          Centre.class,
          Charge.class,
          Company.class,
          Counterpart.class,
          Credit.class,
          DatedTerms.class,
          Device.class,
          DeviceAuthority.class,
          Dispute.class,
          Entitlement.class,
          Extra.class,
          ForeignBooking.class,
          ForeignEvent.class,
          ForeignTime.class,
          Incident.class,
          InstalledAdapter.class,
          InstalledDirectory.class,
          InstalledGateway.class,
          Invoice.class,
          Job.class,
          Label.class,
          LedgerTransaction.class,
          LinePurses.class,
          LineSamples.class,
          Member.class,
          Network.class,
          Outage.class,
          Pass.class,
          Payout.class,
          PayoutLine.class,
          Proven.class,
          Published.class,
          Segment.class,
          Session.class,
          Site.class,
          Space.class,
          StaffGroup.class,
          Token.class,
          Unrated.class,
          UsageRecord.class,
          UsedBadge.class,
          Viewing.class,
          Visit.class,
          Watched.class);

  private static final Map<String, Class<? extends Word>> NAMED =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private static final Set<Class<? extends Word>> FORGETTING =
      Set.of(Account.class, Alias.class, Device.class, Job.class, Member.class);

  private Kinds() {}

  /** Every class that can be kept. */
  public static List<Class<? extends Word>> all() {
    return ALL;
  }

  /**
   * The name under which a class is kept.
   *
   * @throws IllegalArgumentException if it is none of ours
   */
  public static String name(Class<? extends Word> kind) {
    if (kind != NAMED.get(kind.getSimpleName())) {
      throw new IllegalArgumentException(kind + " is not in the list of kinds");
    }
    return kind.getSimpleName();
  }

  /** The class kept under a name; empty if a later version wrote what this one does not know. */
  public static Optional<Class<? extends Word>> of(String name) {
    return Optional.ofNullable(NAMED.get(name));
  }

  /**
   * Whether the journal must not remember how a word of that class was: it holds a person's name, a
   * device or a secret's hash, and erasing it has to leave none behind.
   */
  public static boolean forgets(Class<? extends Word> kind) {
    return FORGETTING.contains(kind);
  }
}

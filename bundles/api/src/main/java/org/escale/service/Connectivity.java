package org.escale.service;

import java.time.YearMonth;
import java.util.List;
import org.escale.access.Outage;
import org.escale.caller.Caller;
import org.escale.federation.CentreId;
import org.escale.federation.ServiceMonth;
import org.escale.refusal.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** How the lines of centres keep their promise, as it is kept in the store. */
@ProviderType
public interface Connectivity {
  /** How far back outages are shown, in days. */
  int OUTAGE_DAYS = 30;

  /** How many months one report has at most. */
  int MOST_MONTHS = 24;

  /** A month of a centre. */
  record Served(CentreId centre, ServiceMonth figures) {}

  /**
   * The service minutes of each month from the first to the last, of each centre whose line was
   * watched then, by month and centre. A network sees the centres that are active in it; the
   * operator and the authority all. {@code NOT_ALLOWED, INVALID_FIELD, TEMPORARILY_UNAVAILABLE}.
   */
  Outcome<List<Served>> service(Caller caller, YearMonth first, YearMonth last);

  /**
   * Outages of the last {@value #OUTAGE_DAYS} days, the newest first: the operator all, a desk its
   * own centre's. {@code NOT_ALLOWED, TEMPORARILY_UNAVAILABLE}.
   */
  Outcome<List<Outage>> outages(Caller caller);
}

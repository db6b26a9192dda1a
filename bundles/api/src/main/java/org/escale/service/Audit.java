package org.escale.service;

import java.util.Optional;
import org.escale.caller.AccountId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes down who changed something at a door, and who was refused: one line each, for whoever has
 * to answer for it later. Never a secret, never a personal datum, never what a stranger typed. Safe
 * for many threads; never throws.
 */
@ProviderType
public interface Audit {
  /**
   * What happened.
   *
   * @param who the account; empty where nobody was known
   * @param operation what was asked for, in the door's own words, never an id or a value of the
   *     request
   * @param outcome {@code DONE}, or the refusal's code
   * @param traceId finds the request in the log and in its answer
   */
  record Line(Optional<AccountId> who, String operation, String outcome, String traceId) {}

  /** A change was made. */
  void done(Line line);

  /**
   * Something was refused. Of one account at most 60 a minute are written, and one more that says
   * that there were more: somebody who knocks all night cannot fill the disk.
   */
  void refused(Line line);
}

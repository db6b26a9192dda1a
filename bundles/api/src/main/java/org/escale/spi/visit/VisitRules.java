package org.escale.spi.visit;

import org.escale.terms.Rule;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * When does a visit end that nobody ended?
 *
 * <ol>
 *   <li>VI1 Both methods are pure; a later call with the same facts gives the same end.
 *   <li>VI2 {@link #ending} is due no later than the start plus the longest visit, and the billed
 *       end is neither before the start nor after the moment it is due.
 *   <li>VI3 A check-out or gateway stop before every limit is the end, as it was reported.
 *   <li>VI4 A later sign of life from the gateway never makes the end earlier.
 * </ol>
 */
@ConsumerType
public interface VisitRules<T extends Record> extends Rule<T> {
  /** The limits to show before booking and to seal. */
  Limits limits(T terms);

  /** How the visit ends if nothing more happens than these facts. */
  Ending ending(T terms, VisitFacts facts);
}

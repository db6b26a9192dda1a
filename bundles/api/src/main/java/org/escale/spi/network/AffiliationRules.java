package org.escale.spi.network;

import org.escale.federation.Network;
import org.escale.terms.Rule;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How a centre joins a network. Its presence is what makes a network exist here.
 *
 * <ol>
 *   <li>AF1 {@link #network()} is the same at every call, and its id is the first part of {@link
 *       #ref()}.
 *   <li>AF2 {@link #offer} is pure; its commitment is at least a month; each year has a fee, none
 *       negative.
 * </ol>
 */
@ConsumerType
public interface AffiliationRules<T extends Record> extends Rule<T> {
  /** The network itself. */
  Network network();

  /** What a centre agrees to. */
  Offer offer(T terms);
}

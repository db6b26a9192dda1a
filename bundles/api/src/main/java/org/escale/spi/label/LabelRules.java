package org.escale.spi.label;

import java.util.List;
import org.escale.federation.CentreFacts;
import org.escale.terms.Rule;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Which labels does this network give this centre?
 *
 * <ol>
 *   <li>LA1 {@link #grade} is pure and gives each label name at most once.
 *   <li>LA2 Stars are 0 to 5, and each grade names the criteria that decided.
 *   <li>LA3 The order of spaces and labels in the facts does not matter.
 * </ol>
 */
@ConsumerType
public interface LabelRules<T extends Record> extends Rule<T> {
  /** The labels earned; none is an empty list. */
  List<Grade> grade(T terms, CentreFacts facts);
}

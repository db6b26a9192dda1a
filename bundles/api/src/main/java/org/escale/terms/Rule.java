package org.escale.terms;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One released version of one rule: a pure function of terms and facts. Same terms, same facts,
 * same version: same answer, for ever; it keeps no state, asks no clock, calls nobody. A released
 * version is never edited.
 *
 * <p>What it says of a space rests on what the space is, its centre, kind, seats, layouts and
 * features, never on its id or name: two desks that differ in nothing else are one desk to it. Who
 * asks may take the answer for one as the answer for the other.
 *
 * @param <T> its terms: a record of {@code Money, Rate, Duration, Period, ZoneId, int, boolean,
 *     String, BigDecimal} or a {@code List} or {@code Set} of strings or money
 */
@ConsumerType
public interface Rule<T extends Record> {
  /** Its name and version. */
  RuleRef ref();

  /** The terms it was released with: in force until a door enters others. */
  T released();
}

package org.escale.core.billing;

import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecord.Kind;
import org.escale.word.Id;

/** What prepaid money was reserved for: a visit for its time, an extra for itself. Pure. */
final class Reserved {
  private Reserved() {}

  /** The name under which a record's money was reserved. */
  static Id about(UsageRecord record) {
    return record.kind() == Kind.TIME && record.visit().isPresent()
        ? record.visit().get()
        : record.id();
  }

  /** Whether the record is the one that uses it: no credit record, nor what comes after one. */
  static boolean uses(UsageRecord record) {
    return record.credits().isEmpty() && !record.producer().startsWith("fresh:");
  }
}

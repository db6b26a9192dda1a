package org.escale.core.clock;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.escale.billing.UsageRecord;
import org.escale.word.TimeSlot;

/**
 * Months of billing, in one zone, whatever the centre's. A record belongs to the month of its last
 * second, so that what ends with the month belongs to it. Pure.
 */
public record Months(ZoneId zone) {
  /** The instant that decides a record's month. */
  public static Instant decisive(UsageRecord record) {
    return record.slot().to().minusSeconds(1);
  }

  /** From its first instant to the first of the next. */
  public TimeSlot slot(YearMonth month) {
    return new TimeSlot(start(month), start(month.plusMonths(1)));
  }

  /** The month of an instant. */
  public YearMonth of(Instant at) {
    return YearMonth.from(at.atZone(zone));
  }

  private Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }
}

package org.escale.core.rights;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.escale.billing.Charge;
import org.escale.billing.ChargeId;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.Sight;
import org.escale.client.Pseudonym;
import org.escale.core.clock.Months;
import org.escale.core.snapshot.Snapshots;
import org.escale.money.Money;
import org.escale.spi.store.Words;
import org.escale.word.Entry;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What was charged for a person's use in a month: read from the store when it is asked for first,
 * then a running sum that the journal feeds. Remembers the 10,000 asked for last. Safe for many
 * threads.
 */
@Component(service = Spending.class)
public final class Spending {
  private static final int MOST = 10_000;

  private final Words words;
  private final Map<Month, Sum> sums = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Pseudonym, Set<Month>> monthsOf = new HashMap<>();
  private final Map<UsageRecordId, Month> monthOf = new HashMap<>();

  private record Month(Pseudonym person, TimeSlot slot) {}

  /** The charges of a month by record, and their sum. */
  private static final class Sum {
    private final Map<UsageRecordId, Money> charged = new HashMap<>();
    private Money total = Money.ZERO;
    private boolean whole;

    private void charge(UsageRecordId record, Money amount) {
      var before = charged.put(record, amount);
      total = total.plus(amount).minus(before == null ? Money.ZERO : before);
    }
  }

  /** Hears of every entry from now on. */
  @Activate
  public Spending(@Reference Snapshots snapshots, @Reference Words words) {
    this.words = words;
    snapshots.hear(this::hear);
  }

  /**
   * What was charged for records of that person that belong to that month.
   *
   * @throws org.escale.spi.store.StoreException if it must be read and cannot be
   */
  Money of(Pseudonym person, TimeSlot slot) {
    var month = new Month(person, slot);
    var sum = begun(month);
    synchronized (this) {
      if (sum.whole) {
        return sum.total;
      }
    }
    var found = read(month);
    synchronized (this) {
      found.forEach((record, amount) -> merge(month, sum, record, amount));
      sum.whole = sums.get(month) == sum;
      return sum.total;
    }
  }

  /** From here on what the journal says of it is heard, whatever is read meanwhile. */
  private synchronized Sum begun(Month month) {
    var known = sums.get(month);
    if (known != null) {
      return known;
    }
    var sum = new Sum();
    sums.put(month, sum);
    monthsOf.computeIfAbsent(month.person(), p -> new HashSet<>()).add(month);
    if (sums.size() > MOST) {
      forget(sums.keySet().iterator().next());
    }
    return sum;
  }

  private void forget(Month month) {
    sums.remove(month).charged.keySet().forEach(monthOf::remove);
    monthsOf.computeIfPresent(
        month.person(),
        (person, months) -> {
          months.remove(month);
          return months.isEmpty() ? null : months;
        });
  }

  /** What was heard meanwhile is newer than what was read. */
  private void merge(Month month, Sum sum, UsageRecordId record, Money amount) {
    if (sums.get(month) == sum) {
      monthOf.put(record, month);
    }
    var heard = sum.charged.get(record);
    if (heard == null || heard.isZero()) {
      sum.charge(record, amount);
    }
  }

  private synchronized void hear(Entry entry) {
    for (var kept : entry.written()) {
      if (kept.word() instanceof UsageRecord record) {
        hear(record);
      } else if (kept.word() instanceof Charge charge && monthOf.containsKey(charge.usage())) {
        sums.get(monthOf.get(charge.usage())).charge(charge.usage(), charge.amount());
      }
    }
  }

  private void hear(UsageRecord record) {
    for (var month : monthsOf.getOrDefault(record.guest().person(), Set.of())) {
      if (month.slot().contains(Months.decisive(record))) {
        monthOf.put(record.id(), month);
        sums.get(month).charged.putIfAbsent(record.id(), Money.ZERO);
      }
    }
  }

  /** What ends with the last second of a month belongs to it, and not to the next. */
  private Map<UsageRecordId, Money> read(Month month) {
    var slot = month.slot();
    var query =
        Query.where("guest", month.person().value())
            .between(slot.from().plusSeconds(1), slot.to().plusSeconds(1));
    var found = new HashMap<UsageRecordId, Money>();
    var page = words.find(UsageRecord.class, query, Sight.PLATFORM);
    while (true) {
      page.items().forEach(kept -> found.put(kept.word().id(), charged(kept.word().id())));
      if (page.next().isEmpty()) {
        return found;
      }
      page = words.find(UsageRecord.class, query.after(page.next().getAsLong()), Sight.PLATFORM);
    }
  }

  /** A record is charged once, under its own id. */
  private Money charged(UsageRecordId record) {
    return words
        .get(Charge.class, new ChargeId(record.value()), Sight.PLATFORM)
        .map(Kept::word)
        .map(Charge::amount)
        .orElse(Money.ZERO);
  }
}

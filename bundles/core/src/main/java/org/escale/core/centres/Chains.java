package org.escale.core.centres;

import java.util.Optional;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.Sight;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Follows a usage record through its corrections, each of which is a record of its own. Safe for
 * many threads.
 */
@Component(service = Chains.class)
public final class Chains {
  private static final String FRESH = "fresh:";

  private final Words words;

  /** Of those words. */
  @Activate
  public Chains(@Reference Words words) {
    this.words = words;
  }

  /** The record with which it began. */
  public UsageRecord first(UsageRecord record) {
    var now = record;
    for (var before = before(now); before.isPresent(); before = before(now)) {
      now = before.get();
    }
    return now;
  }

  /** The record in which it ends so far. */
  public UsageRecord last(UsageRecord record) {
    var now = record;
    for (var next = after(now); next.isPresent(); next = after(now)) {
      now = next.get();
    }
    return now;
  }

  private Optional<UsageRecord> before(UsageRecord record) {
    var fresh =
        Optional.of(record.producer())
            .filter(producer -> producer.startsWith(FRESH))
            .map(producer -> new UsageRecordId(producer.substring(FRESH.length())));
    return record
        .credits()
        .or(() -> fresh)
        .flatMap(id -> words.get(UsageRecord.class, id, Sight.PLATFORM))
        .map(Kept::word);
  }

  private Optional<UsageRecord> after(UsageRecord record) {
    var query = Query.where("producer", FRESH + record.id());
    return words.find(UsageRecord.class, query, Sight.PLATFORM).items().stream()
        .map(Kept::word)
        .findFirst();
  }
}

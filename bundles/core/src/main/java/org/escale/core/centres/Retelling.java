package org.escale.core.centres;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.adapter.ForeignBooking;
import org.escale.adapter.ForeignEvent;
import org.escale.adapter.ForeignEventId;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.BookingId;
import org.escale.caller.Sight;
import org.escale.core.rights.People;
import org.escale.presence.Closing;
import org.escale.presence.Visit;
import org.escale.spi.centre.Key;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts what is kept here into the words of a centre's system. Safe for many threads. */
@Component(service = Retelling.class)
public final class Retelling {
  private final Words words;
  private final Chains chains;
  private final People people;

  /** From those words. */
  @Activate
  public Retelling(@Reference Words words, @Reference Chains chains, @Reference People people) {
    this.words = words;
    this.chains = chains;
    this.people = people;
  }

  /** What that system is to be told now; empty where there is nothing to tell any more. */
  Optional<CentreEvent> event(Reported reported, Instant now) {
    return words
        .get(Visit.class, reported.visit(), Sight.PLATFORM)
        .map(Kept::word)
        .flatMap(visit -> event(reported, visit, now));
  }

  private Optional<CentreEvent> event(Reported reported, Visit visit, Instant now) {
    if (reported.kind() == Kind.ARRIVED) {
      return Optional.of(moving(Kind.ARRIVED, visit, visit.startedAt()));
    }
    if (reported.kind() == Kind.LEFT) {
      return visit.closing().map(Closing::at).map(at -> moving(Kind.LEFT, visit, at));
    }
    return reported
        .record()
        .flatMap(id -> words.get(UsageRecord.class, new UsageRecordId(id), Sight.PLATFORM))
        .map(Kept::word)
        .map(
            record ->
                reported.kind() == Kind.EXTRA
                    ? extra(visit, record)
                    : corrected(visit, record, reported, now));
  }

  private CentreEvent moving(Kind kind, Visit visit, Instant at) {
    return new CentreEvent(key(kind, visit.id().value()), booking(visit.booking()), kind, at);
  }

  private CentreEvent extra(Visit visit, UsageRecord record) {
    return new CentreEvent(
        key(Kind.EXTRA, record.id().value()),
        booking(visit.booking()),
        Kind.EXTRA,
        record.slot().from(),
        record.of(),
        record.quantity());
  }

  private CentreEvent corrected(Visit visit, UsageRecord record, Reported reported, Instant now) {
    var first = chains.first(record);
    var gone = record.credits().isPresent();
    return new CentreEvent(
        key(Kind.CORRECTED, record.id().value()),
        booking(visit.booking()),
        Kind.CORRECTED,
        now,
        first.kind() == UsageRecord.Kind.TIME ? "" : known(first, reported),
        gone ? BigDecimal.ZERO : chains.last(record).quantity());
  }

  /** As the one who hears it calls the first record: by its own key where it told us of it. */
  private String known(UsageRecord first, Reported reported) {
    var adapter = new AdapterId(reported.adapter());
    var prefix = Teller.account(adapter) + ":";
    return Optional.of(first.producer())
        .filter(producer -> producer.startsWith(prefix))
        .map(producer -> new ForeignEventId(producer.substring(prefix.length())))
        .flatMap(id -> words.get(ForeignEvent.class, id, Sight.PLATFORM))
        .map(kept -> kept.word().told().key())
        .orElseGet(() -> key(Kind.EXTRA, first.id().value()));
  }

  private String key(Kind kind, String id) {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + id + "@" + people.issuer() + ".escale";
  }

  private String booking(BookingId id) {
    var number =
        words
            .get(ForeignBooking.class, id, Sight.PLATFORM)
            .map(kept -> kept.word().number())
            .orElse(0);
    return new Key(id.value(), number, people.issuer()).uid();
  }
}

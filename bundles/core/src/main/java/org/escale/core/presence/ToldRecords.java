package org.escale.core.presence;

import java.util.List;
import java.util.Optional;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.ForeignEvent;
import org.escale.adapter.ForeignEventId;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.core.centres.Chains;
import org.escale.core.centres.Teller;
import org.escale.core.metering.LateCorrections;
import org.escale.core.rights.People;
import org.escale.presence.Visit;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the record that a centre's own system speaks of. Safe for many threads. */
@Component(service = ToldRecords.class)
public final class ToldRecords {
  private static final String OURS = "extra:";

  private final Words words;
  private final Chains chains;
  private final LateCorrections corrections;
  private final People people;

  /** Among those. */
  @Activate
  public ToldRecords(
      @Reference Words words,
      @Reference Chains chains,
      @Reference LateCorrections corrections,
      @Reference People people) {
    this.words = words;
    this.chains = chains;
    this.corrections = corrections;
    this.people = people;
  }

  /** All that was told of that booking. */
  List<CentreEvent> told(Booking booking) {
    var query = Query.where("bookingId", booking.id().value());
    return words.find(ForeignEvent.class, query, Sight.PLATFORM).items().stream()
        .map(kept -> kept.word().told())
        .toList();
  }

  /** The record of the time of that visit as it stands; empty while it goes on. */
  Optional<UsageRecord> time(Visit visit) {
    return corrections.standing(visit);
  }

  /** The record of the extra that was told under the key of {@code what}, as it stands. */
  Optional<UsageRecord> extra(ForeignEvent event, Visit visit) {
    var what = event.told().what();
    var end = "@" + people.issuer() + ".escale";
    var ours = what.startsWith(OURS) && what.endsWith(end);
    var first =
        ours
            ? words
                .get(
                    UsageRecord.class,
                    new UsageRecordId(what.substring(OURS.length(), what.length() - end.length())),
                    Sight.PLATFORM)
                .map(Kept::word)
            : theirs(event);
    return first
        .filter(record -> record.visit().filter(visit.id()::equals).isPresent())
        .map(chains::last);
  }

  private Optional<UsageRecord> theirs(ForeignEvent event) {
    var id = ForeignEventId.of(event.adapter(), event.told().what());
    var producer = Teller.of(event).who() + ":" + id;
    return words
        .find(UsageRecord.class, Query.where("producer", producer), Sight.PLATFORM)
        .items()
        .stream()
        .map(Kept::word)
        .findFirst();
  }
}

package org.escale.core.presence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.adapter.ForeignEvent;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.core.centres.Teller;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.federation.Extra;
import org.escale.presence.Visit;
import org.escale.service.Metering;
import org.escale.service.Metering.Reading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts the extras that a centre's own system told of, and corrects what it says was wrong: of
 * several corrections the latest by its own instant counts. Safe for many threads.
 */
@Component(service = ToldUsage.class)
public final class ToldUsage {
  private final Snapshots snapshots;
  private final Metering metering;
  private final ToldRecords records;
  private final ToldVisits visits;

  /** Counts there. */
  @Activate
  public ToldUsage(
      @Reference Snapshots snapshots,
      @Reference Metering metering,
      @Reference ToldRecords records,
      @Reference ToldVisits visits) {
    this.snapshots = snapshots;
    this.metering = metering;
    this.records = records;
    this.visits = visits;
  }

  /** An extra was used. */
  Optional<Again> used(ForeignEvent event, Booking booking) {
    var visit = visits.of(booking);
    if (visit.isEmpty()) {
      return Optional.of(ToldVisits.missing(booking));
    }
    var extra = extra(event);
    if (extra.isEmpty()) {
      return Optional.of(Again.aside("the centre has no such extra"));
    }
    var told = event.told();
    var reading =
        new Reading(
            visit.get().id(),
            extra.get().id(),
            told.quantity(),
            Optional.of(told.at()),
            event.id().value());
    return ToldVisits.settled(metering.read(Teller.of(event), reading));
  }

  private Optional<Extra> extra(ForeignEvent event) {
    var what = event.told().what();
    return snapshots.now().where(Extra.class, "centreId", event.centre()).stream()
        .filter(extra -> extra.kind().equals(what) || extra.id().value().equals(what))
        .min(Comparator.comparing(extra -> extra.id().value()));
  }

  /** Something was told wrong before. */
  Optional<Again> corrected(ForeignEvent event, Booking booking) {
    var visit = visits.of(booking);
    if (visit.isEmpty()) {
      return Optional.of(ToldVisits.missing(booking));
    }
    if (overtaken(event, booking)) {
      return Optional.empty();
    }
    var record = record(event, visit.get());
    if (record.isEmpty()) {
      return Optional.of(ToldVisits.wait("there is nothing yet that it corrects"));
    }
    var quantity = event.told().quantity();
    return record.get().quantity().compareTo(quantity) == 0
        ? Optional.empty()
        : ToldVisits.settled(
            metering.correct(Teller.of(event), record.get().id(), Optional.of(quantity)));
  }

  private Optional<UsageRecord> record(ForeignEvent event, Visit visit) {
    return event.told().what().isEmpty() ? records.time(visit) : records.extra(event, visit);
  }

  private boolean overtaken(ForeignEvent event, Booking booking) {
    var order = Comparator.comparing(CentreEvent::at).thenComparing(CentreEvent::key);
    List<CentreEvent> all = records.told(booking);
    return all.stream()
        .filter(other -> other.kind() == Kind.CORRECTED)
        .filter(other -> other.what().equals(event.told().what()))
        .anyMatch(other -> order.compare(other, event.told()) > 0);
  }
}

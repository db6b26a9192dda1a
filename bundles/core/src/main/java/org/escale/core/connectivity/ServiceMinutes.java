package org.escale.core.connectivity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.access.Outage;
import org.escale.access.Watched;
import org.escale.federation.Centre;
import org.escale.federation.ServiceMonth;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Works out how the lines of centres kept their promise: opening time in which a box was watched,
 * and how much of it the box was not heard. Safe for many threads.
 */
@Component(service = ServiceMinutes.class)
public final class ServiceMinutes {
  private static final int EVIDENCE_MONTHS = 12;

  private final Clock clock;
  private final Outages outages;

  /** From what is kept there. */
  @Activate
  public ServiceMinutes(@Reference Clock clock, @Reference Outages outages) {
    this.clock = clock;
    this.outages = outages;
  }

  /**
   * The running month and the twelve before it.
   *
   * @throws org.escale.spi.store.StoreException if it cannot be read
   */
  public List<ServiceMonth> evidence(Centre centre) {
    var now = YearMonth.from(clock.instant().atZone(centre.hours().zone()));
    return of(centre, now.minusMonths(EVIDENCE_MONTHS), now);
  }

  /**
   * Each month from the first to the last in which the centre was watched while it was open.
   *
   * @throws org.escale.spi.store.StoreException if it cannot be read
   */
  List<ServiceMonth> of(Centre centre, YearMonth first, YearMonth last) {
    var watched = outages.watched(centre.id());
    if (watched.isEmpty()) {
      return List.of();
    }
    var missing = outages.during(centre.id(), span(centre, first, last));
    var months = new ArrayList<ServiceMonth>();
    for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      month(centre, month, watched, missing).ifPresent(months::add);
    }
    return months;
  }

  private Optional<ServiceMonth> month(
      Centre centre, YearMonth month, List<Watched> watched, List<Outage> missing) {
    var now = clock.instant();
    var promised =
        open(centre, month)
            .flatMap(open -> watched.stream().flatMap(w -> w.within(open, now).stream()))
            .flatMap(open -> until(open, now))
            .toList();
    var out =
        promised.stream()
            .flatMap(open -> missing.stream().map(outage -> outage.within(open, now)))
            .reduce(Duration.ZERO, Duration::plus);
    var whole = promised.stream().map(TimeSlot::length).reduce(Duration.ZERO, Duration::plus);
    return whole.isZero()
        ? Optional.empty()
        : Optional.of(new ServiceMonth(month, whole.toMinutes(), out.toMinutes()));
  }

  private static Stream<TimeSlot> open(Centre centre, YearMonth month) {
    return month
        .atDay(1)
        .datesUntil(month.plusMonths(1).atDay(1))
        .flatMap(date -> centre.hours().on(date).stream());
  }

  /** What has not happened yet was promised to nobody yet. */
  private static Stream<TimeSlot> until(TimeSlot slot, Instant now) {
    return slot.from().isBefore(now)
        ? Stream.of(slot.to().isAfter(now) ? new TimeSlot(slot.from(), now) : slot)
        : Stream.empty();
  }

  private static TimeSlot span(Centre centre, YearMonth first, YearMonth last) {
    var zone = centre.hours().zone();
    return new TimeSlot(
        first.atDay(1).atStartOfDay(zone).toInstant(),
        last.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
  }
}

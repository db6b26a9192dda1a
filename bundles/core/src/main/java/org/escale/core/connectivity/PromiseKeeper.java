package org.escale.core.connectivity;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.escale.access.Outage;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Role;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Affiliation;
import org.escale.federation.Centre;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Connectivity;
import org.escale.spi.store.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows how lines kept their promise to those whom it concerns. Safe for many threads. */
@Component(service = Connectivity.class)
public final class PromiseKeeper implements Connectivity {
  private final Clock clock;
  private final Snapshots snapshots;
  private final Outages outages;
  private final ServiceMinutes minutes;

  /** From what is kept. */
  @Activate
  public PromiseKeeper(
      @Reference Clock clock,
      @Reference Snapshots snapshots,
      @Reference Outages outages,
      @Reference ServiceMinutes minutes) {
    this.clock = clock;
    this.snapshots = snapshots;
    this.outages = outages;
    this.minutes = minutes;
  }

  @Override
  public Outcome<List<Served>> service(Caller caller, YearMonth first, YearMonth last) {
    if (!caller.may(Operation.REPORT_READ)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    long months = first.until(last, ChronoUnit.MONTHS);
    if (months < 0 || months >= MOST_MONTHS) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "to"));
    }
    var snapshot = snapshots.now();
    try {
      return Outcome.done(
          snapshot.all(Centre.class).stream()
              .filter(concerns(caller, snapshot))
              .flatMap(
                  centre ->
                      minutes.of(centre, first, last).stream()
                          .map(figures -> new Served(centre.id(), figures)))
              .sorted(
                  comparing((Served s) -> s.figures().month())
                      .thenComparing(s -> s.centre().value()))
              .toList());
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Override
  public Outcome<List<Outage>> outages(Caller caller) {
    if (!caller.may(Operation.GATEWAY_READ)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var from = clock.instant().minus(Duration.ofDays(OUTAGE_DAYS));
    try {
      return Outcome.done(
          outages.since(from, caller.sight()).stream()
              .sorted(comparing(Outage::from, Comparator.reverseOrder()))
              .toList());
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  /** A network is told of the centres that are active in it. */
  private static Predicate<Centre> concerns(Caller caller, Snapshot snapshot) {
    if (caller.roles().contains(Role.FEDERATION) || caller.roles().contains(Role.AUTHORITY)) {
      return centre -> true;
    }
    return centre ->
        snapshot.where(Affiliation.class, "centreId", centre.id()).stream()
            .filter(a -> a.state() == Affiliation.State.ACTIVE)
            .anyMatch(a -> caller.standing().network().filter(a.network()::equals).isPresent());
  }
}

package org.escale.core.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.escale.billing.UsageRecord;
import org.escale.booking.BookingId;
import org.escale.caller.Caller;
import org.escale.client.MemberId;
import org.escale.core.centres.Reported;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.credit.Reservations;
import org.escale.core.credit.Reservations.Reserve;
import org.escale.core.metering.ExtraRecord;
import org.escale.core.metering.Ordered;
import org.escale.core.metering.UsageEffects;
import org.escale.core.sessions.Grants;
import org.escale.core.sessions.Segments;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Space;
import org.escale.money.Money;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Reception.Arrival;
import org.escale.service.Reception.Badge;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets somebody in: visit, booking, credit, session and what was booked along are one commit. What
 * the snapshot could not know (another was faster) the commit decides. Safe for many threads.
 */
@Component(service = CheckIn.class)
public final class CheckIn {
  private static final int TRIES = 8;

  private final Commits commits;
  private final Snapshots snapshots;
  private final Arrivals arrivals;
  private final Grants grants;
  private final Badges badges;

  /** Commits there. */
  @Activate
  public CheckIn(
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference Arrivals arrivals,
      @Reference Grants grants,
      @Reference Badges badges) {
    this.badges = badges;
    this.commits = commits;
    this.snapshots = snapshots;
    this.arrivals = arrivals;
    this.grants = grants;
  }

  /** Checks in, or answers the first refusal; a desk or channel just taken is chosen anew. */
  Outcome<Kept<Visit>> enter(Caller caller, Arrival arrival) {
    return enter(
        caller,
        arrival,
        () -> badges.presented(caller, arrival).then(shown -> draft(caller, shown)));
  }

  /** Checks in somebody who came at that instant, as the centre's own system told. */
  Outcome<Kept<Visit>> came(Caller caller, BookingId booking, Instant at) {
    var arrival = new Arrival(Optional.of(booking), Optional.empty(), Optional.empty());
    return enter(
        caller,
        arrival,
        () ->
            arrivals
                .of(snapshots.now(), caller, arrival, at)
                .then(arriving -> draft(caller, arriving)));
  }

  /** Keeps that somebody came in by what a box decided while its line was away. */
  Outcome<Kept<Visit>> admitted(Caller caller, Supplier<Outcome<Arriving>> arriving) {
    var any = new Arrival(Optional.empty(), Optional.empty(), Optional.empty());
    return enter(caller, any, () -> arriving.get().then(came -> draft(caller, came)));
  }

  private Outcome<Kept<Visit>> enter(
      Caller caller, Arrival arrival, Supplier<Outcome<Draft<Visit>>> draft) {
    var outcome = commits.commit(caller, draft);
    for (int i = 1; i < TRIES && chooseAnew(outcome, arrival); i++) {
      outcome = commits.commit(caller, draft);
    }
    return chooseAnew(outcome, arrival) ? Outcome.refused(RefusalCode.CENTRE_FULL) : outcome;
  }

  private Outcome<Draft<Visit>> draft(Caller caller, Badges.Presented shown) {
    return arrivals
        .of(snapshots.now(), caller, shown.arrival())
        .then(arriving -> draft(caller, arriving))
        .map(draft -> draft.also(shown.writes()));
  }

  /** A fresh check-in code of the caller itself. */
  Outcome<Badge> badge(Caller caller, MemberId member) {
    return badges.issue(caller, member);
  }

  /** Codes for when the line is away. */
  LineCodes lineCodes() {
    return badges.forTheLine();
  }

  private static boolean chooseAnew(Outcome<?> outcome, Arrival arrival) {
    if (!(outcome instanceof Outcome.Refused<?> refused)) {
      return false;
    }
    Refusal why = refused.refusal();
    return why.code() == RefusalCode.ALREADY_EXISTS
        || (why.code() == RefusalCode.SPACE_TAKEN && arrival.booking().isEmpty());
  }

  private Outcome<Draft<Visit>> draft(Caller caller, Arriving arriving) {
    return Segments.draw(
            arriving.snapshot(), arriving.booking().centre(), arriving.guest().company())
        .map(segment -> draft(caller, arriving, segment));
  }

  private Draft<Visit> draft(Caller caller, Arriving arriving, Segments.Drawn segment) {
    var visit = visit(arriving);
    var until = SealedLimits.latest(KnownFacts.NOTHING.of(visit, arriving.snapshot()));
    var begun = grants.begin(visit, segment.number(), until);
    var session =
        arriving.line().map(line -> grants.known(begun, line.grant(), line.key())).orElse(begun);
    var extras = extras(arriving, visit);
    var writes = new ArrayList<Write>();
    arriving.line().ifPresent(line -> writes.addAll(line.freed()));
    writes.addAll(
        Reservations.reserve(
            arriving.credit(),
            visit.agreement(),
            new Reserve(visit.id(), visit.reserved(), arriving.at())));
    writes.add(new Write.Put(arriving.booking(), arriving.revision()));
    writes.addAll(segment.writes());
    writes.add(new Write.Put(session, 0));
    extras.forEach(record -> writes.add(new Write.Append(record)));
    var effects = new ArrayList<Effect>();
    effects.add(Grants.tell(session));
    effects.addAll(Reported.arrived(arriving.snapshot(), visit, caller));
    for (var record : extras) {
      effects.add(UsageEffects.rate(record));
      effects.addAll(Reported.used(arriving.snapshot(), record, Closings.PLATFORM));
    }
    return Draft.of(visit, 0).also(writes).causing(effects);
  }

  private static Visit visit(Arriving arriving) {
    var booking = arriving.booking();
    var reserves = arriving.credit().isPresent() && !arriving.agreement().own();
    return new Visit(
        new VisitId(UUID.randomUUID().toString()),
        arriving.guest(),
        booking.centre(),
        booking.space(),
        booking.id(),
        booking.slot(),
        arriving.agreement(),
        arriving.at(),
        Optional.empty(),
        reserves ? most(arriving) : Money.ZERO,
        Optional.empty());
  }

  /** The ceiling; of somebody who is in already, what is left of it. */
  private static Money most(Arriving arriving) {
    var ceiling = arriving.agreement().terms().ceiling();
    return arriving
        .line()
        .map(Arriving.Line::most)
        .filter(left -> left.compareTo(ceiling) < 0)
        .orElse(ceiling);
  }

  /** Equipment and catering that were booked along count from the moment somebody comes. */
  private static List<UsageRecord> extras(Arriving arriving, Visit visit) {
    var snapshot = arriving.snapshot();
    var kind = snapshot.get(Space.class, visit.space()).map(Space::kind);
    return arriving.booking().lines().stream()
        .map(line -> Ordered.of(snapshot, visit.booking(), line))
        .map(ordered -> ExtraRecord.of(visit, kind, ordered, arriving.at()))
        .toList();
  }
}

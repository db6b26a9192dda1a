package org.escale.core.gatehouse;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.InstalledGateway;
import org.escale.access.Segment;
import org.escale.access.Session;
import org.escale.access.SessionHandle;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Sight;
import org.escale.core.sessions.Segments;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Gatehouse;
import org.escale.spi.store.Journal;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows gateways to whom they concern. Safe for many threads. */
@Component(service = Gatehouse.class)
public final class Keeper implements Gatehouse {
  private static final Duration BACK = Duration.ofHours(24);
  private static final int MOST = 1000;

  private final Clock clock;
  private final Watch watch;
  private final Snapshots snapshots;
  private final Words words;
  private final Journal journal;
  private final SessionEnds ends;

  /** By what was seen and what is kept. */
  @Activate
  public Keeper(
      @Reference Clock clock,
      @Reference Watch watch,
      @Reference Snapshots snapshots,
      @Reference Words words,
      @Reference Journal journal,
      @Reference SessionEnds ends) {
    this.clock = clock;
    this.watch = watch;
    this.snapshots = snapshots;
    this.words = words;
    this.journal = journal;
    this.ends = ends;
  }

  @Override
  public Outcome<List<Standing>> gateways(Caller caller) {
    if (!caller.may(Operation.GATEWAY_READ)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var seen = watch.standing().stream().collect(toMap(Standing::id, Function.identity()));
    var rows = snapshots.now().all(InstalledGateway.class).stream().filter(caller.sight()::sees);
    return Outcome.done(
        rows.map(row -> seen.getOrDefault(row.id(), fresh(row)))
            .sorted(
                comparing((Standing s) -> s.centre().value()).thenComparing(s -> s.id().value()))
            .toList());
  }

  @Override
  public Outcome<List<Live>> sessions(Caller caller, GatewayId gateway) {
    return centre(caller, gateway)
        .map(
            centre ->
                snapshots.now().where(Session.class, "centreId", centre).stream()
                    .sorted(comparing(Session::from).reversed())
                    .map(session -> live(session, caller.sight()))
                    .toList());
  }

  @Override
  public Outcome<Live> end(
      Caller caller, GatewayId gateway, SessionHandle session, Session.Reason reason) {
    if (!caller.may(Operation.SESSION_END)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return centre(caller, gateway)
        .then(centre -> ends.end(caller, centre, session, reason))
        .map(ended -> live(ended, caller.sight()));
  }

  @Override
  public Outcome<Channels> channels(Caller caller, GatewayId gateway) {
    return centre(caller, gateway).map(this::channels);
  }

  @Override
  public Outcome<List<Happening>> happenings(Caller caller, GatewayId gateway) {
    try {
      return centre(caller, gateway)
          .map(
              centre ->
                  Stream.concat(watch.happened(gateway).stream(), kept(centre, caller.sight()))
                      .sorted(comparing(Happening::at).reversed())
                      .limit(MOST)
                      .toList());
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private Outcome<CentreId> centre(Caller caller, GatewayId gateway) {
    if (!caller.may(Operation.GATEWAY_READ)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return snapshots
        .now()
        .get(InstalledGateway.class, gateway)
        .filter(caller.sight()::sees)
        .map(row -> Outcome.done(row.centre()))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private static Standing fresh(InstalledGateway row) {
    return new Standing(
        row.id(),
        row.centre(),
        row.driver(),
        false,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        List.of(),
        "");
  }

  private static Live live(Session session, Sight sight) {
    var whose = Optional.of(new Whose(session.id(), session.visit(), session.guest().person()));
    return new Live(
        SessionHandle.of(session.id()),
        session.state(),
        session.segment(),
        session.guest().company(),
        session.from(),
        session.until(),
        whose.filter(told -> sight.sees(session)));
  }

  private Channels channels(CentreId centre) {
    var snapshot = snapshots.now();
    var count =
        snapshot.where(Session.class, "centreId", centre).stream()
            .collect(groupingBy(Session::segment, counting()));
    var drawn =
        snapshot.where(Segment.class, "centreId", centre).stream()
            .sorted(comparing(Segment::number))
            .map(
                s ->
                    new Channel(
                        s.number(), s.company(), count.getOrDefault(s.number(), 0L).intValue()))
            .toList();
    return new Channels(Segments.FIRST, Segments.LAST, drawn);
  }

  /** Sessions that began or ended in the last hours, as they are kept. */
  private Stream<Happening> kept(CentreId centre, Sight sight) {
    var from = clock.instant().minus(BACK);
    var query = Query.where("centreId", centre.value()).after(journal.before(from));
    Map<VisitId, String> ends =
        words.find(Visit.class, query, Sight.PLATFORM).items().stream()
            .map(Kept::word)
            .filter(visit -> !visit.open())
            .collect(toMap(Visit::id, v -> v.closing().orElseThrow().by().name(), (a, b) -> b));
    return words.find(Session.class, query, Sight.PLATFORM).items().stream()
        .map(Kept::word)
        .collect(toMap(Session::id, Function.identity(), (a, b) -> b))
        .values()
        .stream()
        .flatMap(
            session ->
                of(
                    session,
                    Optional.of(session.id()).filter(id -> sight.sees(session)),
                    ends.getOrDefault(session.visit(), "")))
        .filter(happening -> !happening.at().isBefore(from));
  }

  private static Stream<Happening> of(Session session, Optional<GrantId> id, String end) {
    var began = new Happening(session.from(), Kind.BEGAN, id, "");
    var cut = session.cut().map(by -> new Happening(by.at(), Kind.CUT, id, by.reason().name()));
    var why = cut.map(by -> by.kind().name()).orElse(end);
    var over = session.endedAt().map(at -> new Happening(at, Kind.ENDED, id, why));
    return Stream.of(Optional.of(began), cut, over).flatMap(Optional::stream);
  }
}

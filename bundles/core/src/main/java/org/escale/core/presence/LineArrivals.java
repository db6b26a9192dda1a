package org.escale.core.presence;

import java.time.Instant;
import java.util.Optional;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.caller.Sight;
import org.escale.client.Member;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes over whom a box let in while its line was away, as of then and once (law S5). Safe for many
 * threads.
 */
@Component(service = LineArrivals.class)
public final class LineArrivals {
  private final Words words;
  private final Snapshots snapshots;
  private final CheckIn checkIn;
  private final LineCodes codes;
  private final LinePlaces places;

  /**
   * What a box says: this session was opened then, at that booking or desk.
   *
   * @param box which says so
   * @param place {@code booking/} or {@code desk/} and its id
   */
  record Told(GatewayId box, CentreId centre, GrantId grant, Instant at, String place) {}

  /** Through these. */
  @Activate
  public LineArrivals(
      @Reference Words words,
      @Reference Snapshots snapshots,
      @Reference CheckIn checkIn,
      @Reference LineCodes codes,
      @Reference LinePlaces places) {
    this.words = words;
    this.snapshots = snapshots;
    this.checkIn = checkIn;
    this.codes = codes;
    this.places = places;
  }

  /** Keeps it once, however often it is told. */
  Outcome<GrantId> came(Told told) {
    if (words.get(Session.class, told.grant(), Sight.PLATFORM).isPresent()) {
      return Outcome.done(told.grant());
    }
    var keys = codes.keys();
    var member = keys.flatMap(known -> member(known, told));
    if (member.isEmpty()) {
      return Outcome.refused(RefusalCode.UNKNOWN_MEMBER);
    }
    var code = keys.orElseThrow().code(told.grant());
    return checkIn
        .admitted(
            Closings.PLATFORM,
            () -> places.arriving(snapshots.now(), told, member.get()).map(came -> came.with(code)))
        .map(visit -> told.grant());
  }

  private Optional<Member> member(LineKeys keys, Told told) {
    var handle = LineKeys.handle(told.grant());
    return snapshots.now().all(Member.class).stream()
        .filter(member -> keys.handle(told.centre(), member.pseudonym()).equals(handle))
        .findFirst();
  }
}

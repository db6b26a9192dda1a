package org.escale.core.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.access.Box;
import org.escale.access.BoxAuthority;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Reception.Badge;
import org.escale.spi.store.Vault;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells people the code by which a centre's box lets them in while its line is away. Each visit
 * there makes the next code of that day another one. Safe for many threads.
 */
@Component(service = LineCodes.class)
public final class LineCodes {
  /** How far ahead somebody may ask. */
  static final Duration AHEAD = Duration.ofDays(60);

  private final Clock clock;
  private final Vault vault;
  private final Words words;
  private final Snapshots snapshots;

  /** By the secret that lies in that vault. */
  @Activate
  public LineCodes(
      @Reference Clock clock,
      @Reference Vault vault,
      @Reference Words words,
      @Reference Snapshots snapshots) {
    this.clock = clock;
    this.vault = vault;
    this.words = words;
    this.snapshots = snapshots;
  }

  /** What the codes are made of; empty where no box was ever expected. */
  Optional<LineKeys> keys() {
    return snapshots
        .now()
        .get(BoxAuthority.class, BoxAuthority.ONE)
        .map(authority -> new LineKeys(vault.open(authority.hidden())));
  }

  /** The caller's own code there, for that day or today. */
  Outcome<Badge> code(Caller caller, MemberId id, CentreId centreId, Optional<LocalDate> on) {
    var snapshot = snapshots.now();
    var member =
        caller
            .standing()
            .member()
            .filter(id::equals)
            .flatMap(own -> snapshot.get(Member.class, own));
    var centre = snapshot.get(Centre.class, centreId).filter(c -> boxAt(centreId));
    var keys = keys();
    if (member.isEmpty() || centre.isEmpty() || keys.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var zone = centre.get().hours().zone();
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var day = on.orElse(today);
    if (day.isBefore(today) || day.isAfter(today.plusDays(AHEAD.toDays()))) {
      return Outcome.refused(RefusalCode.TOO_LATE);
    }
    var person = member.get().pseudonym();
    long before = on(visits(centreId, day, zone), day, zone).filter(v -> is(v, person)).count();
    var grant = LineKeys.grant(keys.get().handle(centreId, person), day, before);
    var end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return Outcome.done(new Badge(keys.get().code(grant), end));
  }

  /** Visits there that began on that day. */
  static Stream<Visit> on(List<Visit> visits, LocalDate day, ZoneId zone) {
    return visits.stream().filter(v -> LocalDate.ofInstant(v.startedAt(), zone).equals(day));
  }

  /** Visits there from the beginning of that day on. */
  List<Visit> visits(CentreId centre, LocalDate from, ZoneId zone) {
    var start = from.atStartOfDay(zone).toInstant();
    return all(Visit.class, centre, start, start.plus(AHEAD));
  }

  /** All words of that kind of a centre at those times. */
  <W extends org.escale.word.Word> List<W> all(
      Class<W> kind, CentreId centre, Instant from, Instant to) {
    var all = new java.util.ArrayList<W>();
    var query = Query.where("centreId", centre.value()).between(from, to);
    var page = words.find(kind, query, Sight.PLATFORM);
    page.items().stream().map(Kept::word).forEach(all::add);
    while (page.next().isPresent()) {
      page = words.find(kind, query.after(page.next().getAsLong()), Sight.PLATFORM);
      page.items().stream().map(Kept::word).forEach(all::add);
    }
    return all;
  }

  private boolean boxAt(CentreId centre) {
    return snapshots.now().where(Box.class, "centreId", centre).stream()
        .anyMatch(box -> box.state() == Box.State.ENROLLED);
  }

  private static boolean is(Visit visit, org.escale.client.Pseudonym person) {
    return visit.guest().person().equals(person);
  }
}

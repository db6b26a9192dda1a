package org.escale.core.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.escale.booking.Booking;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.presence.BadgeId;
import org.escale.presence.UsedBadge;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Reception.Arrival;
import org.escale.service.Reception.Badge;
import org.escale.spi.store.Vault;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Check-in codes: sealed with this instance's key, so that nobody else makes one, short-lived, and
 * good for one check-in. Safe for many threads.
 */
@Component(service = Badges.class)
public final class Badges {
  static final Duration LIFE = Duration.ofSeconds(60);
  static final Duration LIFE_OFFLINE = Duration.ofHours(24);
  private static final String MARK = "badge";
  private static final int PARTS = 4;
  private final Clock clock;
  private final Vault vault;
  private final Words words;
  private final Snapshots snapshots;
  private final LineCodes lineCodes;

  /** Sealed by that vault. */
  @Activate
  public Badges(
      @Reference Clock clock,
      @Reference Vault vault,
      @Reference Words words,
      @Reference Snapshots snapshots,
      @Reference LineCodes lineCodes) {
    this.clock = clock;
    this.vault = vault;
    this.words = words;
    this.snapshots = snapshots;
    this.lineCodes = lineCodes;
  }

  /** An arrival as it was meant, and what is written beside the visit. */
  record Presented(Arrival arrival, List<Write> writes) {}

  private record Opened(BadgeId id, MemberId member, Instant madeAt) {}

  /** A fresh code of the caller itself. */
  Outcome<Badge> issue(Caller caller, MemberId member) {
    if (caller.standing().member().filter(member::equals).isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var now = clock.instant();
    var text = String.join("\n", MARK, "" + UUID.randomUUID(), member.value(), now.toString());
    var bytes = Base64.getDecoder().decode(vault.seal(text));
    var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return Outcome.done(new Badge(code, now.plus(LIFE)));
  }

  /** The code for a centre whose line is away. */
  LineCodes forTheLine() {
    return lineCodes;
  }

  /** What an arrival means; as it is where no code was shown. */
  Outcome<Presented> presented(Caller caller, Arrival arrival) {
    if (arrival.code().isEmpty()) {
      return Outcome.done(new Presented(arrival, List.of()));
    }
    var centre = caller.standing().centre();
    if (centre.isEmpty() || arrival.centre().filter(c -> !centre.get().equals(c)).isPresent()) {
      return Outcome.refused(Refusal.of(RefusalCode.NOT_FOUND, "field", "centreId"));
    }
    return opened(arrival.code().get()).then(badge -> presented(badge, centre.get()));
  }

  private Outcome<Presented> presented(Opened badge, CentreId centre) {
    var now = clock.instant();
    if (badge.madeAt().plus(life(centre)).isBefore(now)) {
      return Outcome.refused(RefusalCode.CODE_EXPIRED);
    }
    if (words.get(UsedBadge.class, badge.id(), Sight.PLATFORM).isPresent()) {
      return Outcome.refused(RefusalCode.CODE_USED);
    }
    var booking = booking(badge.member(), centre, now).map(Booking::id);
    var arrival =
        booking.isPresent()
            ? new Arrival(booking, Optional.empty(), Optional.empty())
            : new Arrival(booking, Optional.of(badge.member()), Optional.of(centre));
    var used = new Write.Put(new UsedBadge(badge.id(), now), 0);
    return Outcome.done(new Presented(arrival, List.of(used)));
  }

  private Duration life(CentreId centre) {
    var up = snapshots.now().get(Centre.class, centre).map(Centre::online).orElse(true);
    return up ? LIFE : LIFE_OFFLINE;
  }

  private Outcome<Opened> opened(String code) {
    try {
      var sealed = Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(code));
      var parts = vault.open(sealed).split("\n", -1);
      if (parts.length != PARTS || !parts[0].equals(MARK)) {
        return Outcome.refused(RefusalCode.CODE_INVALID);
      }
      var madeAt = Instant.parse(parts[3]);
      return Outcome.done(new Opened(new BadgeId(parts[1]), new MemberId(parts[2]), madeAt));
    } catch (IllegalArgumentException forged) {
      return Outcome.refused(RefusalCode.CODE_INVALID);
    }
  }

  /** The booking that this member may use there now. */
  private Optional<Booking> booking(MemberId id, CentreId centre, Instant now) {
    var member = snapshots.now().get(Member.class, id);
    if (member.isEmpty()) {
      return Optional.empty();
    }
    var where =
        Map.of(
            "guest", member.get().pseudonym().value(),
            "centreId", centre.value(),
            "state", Booking.State.CONFIRMED.name());
    var query = new Query(where, Optional.empty(), Optional.empty(), 0, Query.MOST);
    return words.find(Booking.class, query, Sight.PLATFORM).items().stream()
        .map(kept -> kept.word())
        .filter(b -> !now.isBefore(b.slot().from().minus(Arrivals.EARLY)))
        .filter(b -> now.isBefore(b.slot().to()))
        .min(java.util.Comparator.comparing(b -> b.slot().from()));
  }
}

package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.core.rights.People;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Key;
import org.escale.spi.store.Calendar;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has the hours that a centre ceded stand in its own system, and nothing of them that is no longer
 * ceded. It begins by reading what stands there, so that it can be broken off anywhere and done
 * again, and needs to keep nothing. Nothing depends on it: what the system refuses is left. Runs on
 * the system's own thread.
 */
@Component(service = Blocking.class)
public final class Blocking {
  private static final Duration WINDOW = Duration.ofDays(Blocks.DAYS + 1L);

  private final Snapshots snapshots;
  private final Calendar calendar;
  private final People people;
  private final Clock clock;

  /** By that calendar. */
  @Activate
  public Blocking(
      @Reference Snapshots snapshots,
      @Reference Calendar calendar,
      @Reference People people,
      @Reference Clock clock) {
    this.snapshots = snapshots;
    this.calendar = calendar;
    this.people = people;
    this.clock = clock;
  }

  /** Whether ceded hours of that space are to stand in its system. */
  boolean shows(SpaceId id) {
    return snapshots
        .now()
        .get(Space.class, id)
        .filter(space -> space.truth() == TruthMode.ALLOTMENT && space.ceded().isPresent())
        .isPresent();
  }

  /** Brings both sides together; empty once they are, or the system will not. */
  Optional<Again> settle(OpenSystem system, SpaceId id) throws CentreException {
    var space = snapshots.now().get(Space.class, id);
    var desk = system.link().desk();
    var ref = system.ref(id);
    if (space.isEmpty() || desk.isEmpty() || ref.isEmpty()) {
      return Optional.empty();
    }
    var now = clock.instant();
    var window = new TimeSlot(now.minus(Reading.BEHIND), now.plus(WINDOW));
    var there = ours(system.link().feed().pull(ref.get(), window).entries());
    var busy = calendar.busy(id, window);
    var wanted = new HashMap<>(Blocks.wanted(space.get(), busy, now, people.issuer()));
    var steps = new ArrayList<Step>();
    there.forEach(
        (key, entry) -> {
          var stand = new Stand(system, desk.get(), ref.get(), key);
          var slot = wanted.remove(key);
          if (over(entry, now) || entry.slots().equals(one(slot))) {
            if (slot != null && entry.tentative()) {
              steps.add(() -> Stand.unsettled(desk.get().confirm(stand.at(entry))));
            }
          } else {
            steps.add(0, () -> Stand.unsettled(desk.get().cancel(stand.at(entry))));
            Optional.ofNullable(slot).ifPresent(at -> steps.add(() -> block(stand, at)));
          }
        });
    wanted.forEach(
        (key, slot) -> steps.add(() -> block(new Stand(system, desk.get(), ref.get(), key), slot)));
    return done(steps);
  }

  /** One thing to do there. */
  private interface Step {
    Optional<Again> on();
  }

  private static Optional<Again> done(List<Step> steps) {
    for (var step : steps) {
      var again = step.on();
      if (again.isPresent()) {
        return again;
      }
    }
    return Optional.empty();
  }

  private static Optional<Again> block(Stand stand, TimeSlot slot) {
    var answer = stand.block(slot);
    return answer instanceof DeskAnswer.Done held
        ? Stand.unsettled(stand.desk().confirm(held.ref()))
        : Stand.unsettled(answer);
  }

  private Map<Key, ForeignEntry> ours(List<ForeignEntry> entries) {
    var ours = new HashMap<Key, ForeignEntry>();
    entries.stream()
        .filter(entry -> Mirroring.ours(entry, people.issuer()))
        .filter(entry -> Blocks.is(entry.key().orElseThrow()))
        .forEach(entry -> ours.put(entry.key().orElseThrow(), entry));
    return ours;
  }

  private static boolean over(ForeignEntry entry, Instant now) {
    return entry.slots().stream().noneMatch(slot -> slot.to().isAfter(now));
  }

  private static List<TimeSlot> one(TimeSlot slot) {
    return slot == null ? List.of() : List.of(slot);
  }
}

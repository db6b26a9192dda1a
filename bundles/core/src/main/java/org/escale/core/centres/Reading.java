package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.core.rights.People;
import org.escale.federation.Space;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Since;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads what changed in a centre's calendar, and everything once in ten minutes and after a start.
 * Runs on the system's own thread.
 */
@Component(service = Reading.class)
public final class Reading {
  static final Duration BEHIND = Duration.ofDays(1);
  static final Duration AHEAD = Duration.ofDays(400);
  private static final Duration EVERYTHING = Duration.ofMinutes(10);
  private static final int PAGE = 500;
  private static final int MOST = 50_000;

  private final Mirroring mirroring;
  private final Reconciling reconciling;
  private final Collisions collisions;
  private final People people;
  private final Clock clock;

  /** Keeps what it reads through those. */
  @Activate
  public Reading(
      @Reference Mirroring mirroring,
      @Reference Reconciling reconciling,
      @Reference Collisions collisions,
      @Reference People people,
      @Reference Clock clock) {
    this.mirroring = mirroring;
    this.reconciling = reconciling;
    this.collisions = collisions;
    this.people = people;
    this.clock = clock;
  }

  /** What was read: all entries that overlap the window, or those that changed. */
  record Seen(boolean everything, Map<String, ForeignEntry> entries, Cursor cursor, Instant asOf) {}

  /** Reads one space and brings what is known of it up to date. */
  void read(OpenSystem system, Space space) throws CentreException {
    var now = clock.instant();
    var mark = Optional.ofNullable(system.marks().get(space.id()));
    var from =
        mark.filter(m -> m.compared().plus(EVERYTHING).isAfter(now)).flatMap(FeedMark::cursor);
    var seen = pages(system, space, from, now);
    var touched = mirroring.keep(space, seen, people.issuer());
    reconciling.compare(system, space, seen);
    collisions.compare(space, seen, touched);
    var compared = seen.everything() ? now : mark.map(FeedMark::compared).orElse(now);
    system.marks().put(space.id(), new FeedMark(Optional.of(seen.cursor()), now, compared));
  }

  private static Seen pages(OpenSystem system, Space space, Optional<Cursor> from, Instant now)
      throws CentreException {
    var ref = system.ref(space.id()).orElseThrow();
    var window = new TimeSlot(now.minus(BEHIND), now.plus(AHEAD));
    var entries = new HashMap<String, ForeignEntry>();
    var cursor = from;
    boolean more = true;
    while (more) {
      var page = system.link().feed().changes(ref, new Since(cursor, window, PAGE));
      if (page.reset()) {
        if (from.isEmpty()) {
          throw new CentreException(Trouble.GARBLED, "it begins again without an end");
        }
        return pages(system, space, Optional.empty(), now);
      }
      page.entries().forEach(entry -> entries.put(entry.id(), entry));
      if (entries.size() > MOST) {
        throw new CentreException(Trouble.FLOODED, "more than " + MOST + " entries");
      }
      more = page.more() && !cursor.equals(Optional.of(page.next()));
      cursor = Optional.of(page.next());
    }
    return new Seen(from.isEmpty(), entries, cursor.orElseThrow(), now);
  }
}

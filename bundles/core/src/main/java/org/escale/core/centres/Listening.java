package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.federation.CentreId;
import org.escale.spi.centre.CentreEvents;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.EventPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks each system that tells of its bookings what happened there, in the period in which it is
 * looked at, on that system's thread. Where it stopped is forgotten with a restart, so that all is
 * told again; what was told before counts once. Safe for many threads.
 */
@Component(service = {Listening.class, Chore.class})
public final class Listening implements Chore {
  /** How long what is overdue waits for a system that says nothing. */
  public static final Duration PATIENCE = Duration.ofHours(24);

  private static final String LISTEN = "listen";
  private static final int PAGES = 100;

  private final Systems systems;
  private final Receipts receipts;
  private final Snapshots snapshots;
  private final Clock clock;
  private final Map<AdapterId, Instant> next = new ConcurrentHashMap<>();
  private final Map<AdapterId, Mark> marks = new ConcurrentHashMap<>();

  private record Mark(boolean tells, Optional<Cursor> cursor, Instant asOf) {
    static final Mark SILENT = new Mark(false, Optional.empty(), Instant.MIN);

    boolean covers(Instant at) {
      return !tells || !asOf.isBefore(at);
    }
  }

  /** Keeps there what it hears. */
  @Activate
  public Listening(
      @Reference Systems systems,
      @Reference Receipts receipts,
      @Reference Snapshots snapshots,
      @Reference Clock clock) {
    this.systems = systems;
    this.receipts = receipts;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> due() {
    return systems.open().stream()
        .map(system -> next.getOrDefault(system.row().id(), Instant.MIN))
        .min(Instant::compareTo);
  }

  @Override
  public void run(Instant now) {
    for (var system : systems.open()) {
      var id = system.row().id();
      if (!next.getOrDefault(id, Instant.MIN).isAfter(now)) {
        next.put(id, now.plus(system.row().poll()));
        hears(system);
      }
    }
  }

  /** Has it asked as soon as the Steward comes by. */
  void now(AdapterId id) {
    next.remove(id);
  }

  /**
   * Whether all is known that the systems of that centre can tell of what happened until {@code
   * at}; also where one has said nothing for 24 hours (S5).
   */
  public boolean complete(CentreId centre, Instant at) {
    return !clock.instant().isBefore(at.plus(PATIENCE))
        || snapshots.now().where(InstalledAdapter.class, "centreId", centre).stream()
            .allMatch(row -> heard(row.id(), at));
  }

  /**
   * Whether all is known that this system can tell of what happened until {@code at}. One that was
   * never asked since the start is waited for, unless it is not here at all.
   */
  boolean heard(AdapterId id, Instant at) {
    return Optional.ofNullable(marks.get(id))
        .map(mark -> mark.covers(at))
        .orElseGet(() -> systems.open(id).isEmpty());
  }

  /** Where it failed it is asked again sooner. */
  private void hears(OpenSystem system) {
    var unused =
        system
            .tell(LISTEN, () -> hear(system))
            .thenAccept(
                failed ->
                    failed
                        .filter(again -> !again.aside())
                        .ifPresent(
                            again ->
                                next.put(system.row().id(), clock.instant().plus(again.after()))));
  }

  private Optional<Again> hear(OpenSystem system) throws CentreException {
    var tells = system.link().events();
    if (tells.isPresent()) {
      hear(system, tells.get());
    } else {
      marks.put(system.row().id(), Mark.SILENT);
    }
    return Optional.empty();
  }

  private void hear(OpenSystem system, CentreEvents tells) throws CentreException {
    var asOf = clock.instant();
    var mark = marks.getOrDefault(system.row().id(), Mark.SILENT);
    var cursor = mark.cursor();
    var more = true;
    for (int pages = 0; more && pages < PAGES; pages++) {
      var page = page(tells, cursor);
      page.events().forEach(event -> receipts.take(system.row(), event));
      more = page.more();
      cursor = Optional.of(page.next());
    }
    marks.put(system.row().id(), new Mark(true, cursor, more ? mark.asOf() : asOf));
    system.answered();
  }

  private static EventPage page(CentreEvents tells, Optional<Cursor> cursor)
      throws CentreException {
    var page = tells.pull(cursor);
    if (page.reset() && cursor.isPresent()) {
      page = tells.pull(Optional.empty());
    }
    if (page.reset()) {
      throw new CentreException(Trouble.GARBLED, "it begins again without an end");
    }
    if (page.events().size() > CentreEvents.MOST) {
      throw new CentreException(Trouble.FLOODED, "more than " + CentreEvents.MOST + " events");
    }
    return page;
  }
}

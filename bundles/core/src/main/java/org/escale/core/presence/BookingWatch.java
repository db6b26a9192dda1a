package org.escale.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.ForeignEvent;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.BookingId;
import org.escale.caller.Sight;
import org.escale.core.centres.Listening;
import org.escale.core.centres.Told;
import org.escale.core.commits.Commits;
import org.escale.core.metering.EndTexts;
import org.escale.core.metering.UnusedRecord;
import org.escale.core.metering.UsageEffects;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.presence.Closing;
import org.escale.spi.store.Change;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Entry;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Ends the bookings that nobody used: a hold when it runs out, a place that nobody came for when
 * its terms release it. It knows those of the next day and follows the journal. Run by the Steward
 * alone.
 */
@Component(service = Chore.class)
public final class BookingWatch implements Chore {
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final int BATCH = 1000;
  private static final Set<CentreEvent.Kind> PRESENT =
      Set.of(CentreEvent.Kind.ARRIVED, CentreEvent.Kind.LEFT, CentreEvent.Kind.EXTRA);

  private final Words words;
  private final Journal journal;
  private final Commits commits;
  private final Snapshots snapshots;
  private final Hearsay hearsay;
  private final Map<BookingId, Instant> agenda = new HashMap<>();
  private Instant horizon = Instant.MIN;
  private long seen;

  /** Of that store. */
  @Activate
  public BookingWatch(
      @Reference Words words,
      @Reference Journal journal,
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference Hearsay hearsay) {
    this.hearsay = hearsay;
    this.words = words;
    this.journal = journal;
    this.commits = commits;
    this.snapshots = snapshots;
  }

  @Override
  public Optional<Instant> due() {
    follow();
    var reload = horizon.equals(Instant.MIN) ? horizon : horizon.minus(AHEAD.dividedBy(2));
    return Optional.of(
        agenda.values().stream()
            .min(Comparator.naturalOrder())
            .filter(reload::isAfter)
            .orElse(reload));
  }

  @Override
  public void run(Instant now) {
    if (horizon.equals(Instant.MIN) || !now.isBefore(horizon.minus(AHEAD.dividedBy(2)))) {
      load(now.plus(AHEAD));
    }
    var over = agenda.entrySet().stream().filter(e -> !e.getValue().isAfter(now)).toList();
    for (var entry : List.copyOf(over)) {
      agenda.remove(entry.getKey());
      words
          .get(Booking.class, entry.getKey(), Sight.PLATFORM)
          .filter(kept -> dueAt(kept.word()).filter(due -> !due.isAfter(now)).isPresent())
          .ifPresent(kept -> endOrWait(kept, now));
    }
  }

  /** Nobody came only where everybody was asked who may know of it (S5). */
  private void endOrWait(Kept<Booking> kept, Instant now) {
    if (kept.word().state() == State.CONFIRMED && somebodyMayHaveCome(kept.word(), now)) {
      agenda.put(kept.word().id(), now.plus(AGAIN));
    } else {
      end(kept);
    }
  }

  private boolean somebodyMayHaveCome(Booking booking, Instant now) {
    var due = dueAt(booking).orElseThrow();
    return !hearsay.complete(booking.centre(), due)
        || (now.isBefore(due.plus(Listening.PATIENCE))
            && (newsWaits(booking) || hearsay.told(booking)));
  }

  /** Who left, or used something, was there as well: when they came may still be told. */
  private boolean newsWaits(Booking booking) {
    var query = Query.where("bookingId", booking.id().value());
    return words.find(ForeignEvent.class, query, Sight.PLATFORM).items().stream()
        .anyMatch(kept -> PRESENT.contains(kept.word().told().kind()));
  }

  /** When nobody can use it any more, by its own data; empty where that cannot come. */
  static Optional<Instant> dueAt(Booking booking) {
    if (booking.state() == State.HELD || booking.state() == State.PENDING) {
      return booking.heldUntil();
    }
    if (booking.state() != State.CONFIRMED) {
      return Optional.empty();
    }
    var released = booking.slot().from().plus(booking.agreement().terms().noShowAfter());
    return Optional.of(released.isBefore(booking.slot().to()) ? released : booking.slot().to());
  }

  private void end(Kept<Booking> kept) {
    var booking = kept.word();
    var writes = new ArrayList<Write>();
    var effects = new ArrayList<Effect>();
    var due = dueAt(booking).orElseThrow();
    var ended = ended(booking, due);
    writes.add(new Write.Put(ended, kept.revision()));
    effects.addAll(Told.about(snapshots.now(), ended));
    if (ended.state() == State.NO_SHOW) {
      for (var record : UnusedRecord.of(booking, snapshots.now(), doubt(booking, due))) {
        writes.add(new Write.Append(record));
        effects.add(UsageEffects.rate(record));
      }
    }
    var change = new Change("platform", Optional.empty(), writes, effects);
    if (!(commits.commit(change) instanceof org.escale.spi.store.CommitOutcome.Committed)) {
      words.get(Booking.class, booking.id(), Sight.PLATFORM).ifPresent(this::plan);
    }
  }

  private Optional<Closing> doubt(Booking booking, Instant due) {
    var rule = booking.agreement().terms().visit().rule();
    return hearsay.boxesHeard(booking.centre(), due) && !hearsay.told(booking)
        ? Optional.empty()
        : Optional.of(new Closing(due, Closing.By.ADMINISTRATOR, rule, EndTexts.NOT_HEARD));
  }

  private static Booking ended(Booking booking, Instant due) {
    return switch (booking.state()) {
      case HELD -> ended(booking, State.EXPIRED, due, "booking.ended.hold-expired");
      case PENDING -> ended(booking, State.EXPIRED, due, "booking.ended.not-answered");
      default -> ended(booking, State.NO_SHOW, due, "booking.ended.no-show");
    };
  }

  private static Booking ended(Booking booking, State last, Instant due, String reason) {
    return booking.ended(last, new Booking.End("platform", due, reason));
  }

  private void load(Instant until) {
    horizon = until;
    seen = journal.head();
    agenda.clear();
    load(Query.where("state", State.HELD.name()));
    load(Query.where("state", State.PENDING.name()));
    load(Query.where("state", State.CONFIRMED.name()).between(Instant.EPOCH, until));
  }

  private void load(Query query) {
    var page = words.find(Booking.class, query, Sight.PLATFORM);
    page.items().forEach(this::plan);
    while (page.next().isPresent()) {
      page = words.find(Booking.class, query.after(page.next().getAsLong()), Sight.PLATFORM);
      page.items().forEach(this::plan);
    }
  }

  private void follow() {
    if (horizon.equals(Instant.MIN)) {
      return;
    }
    List<Entry> entries;
    do {
      entries = journal.since(seen, BATCH);
      for (var entry : entries) {
        entry.written().forEach(this::plan);
        seen = entry.seq();
      }
    } while (entries.size() == BATCH);
  }

  private void plan(Kept<?> kept) {
    if (kept.word() instanceof Booking booking) {
      agenda.remove(booking.id());
      dueAt(booking)
          .filter(due -> due.isBefore(horizon))
          .ifPresent(due -> agenda.put(booking.id(), due));
    }
  }
}

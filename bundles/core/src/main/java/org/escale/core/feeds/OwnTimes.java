package org.escale.core.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.core.secrets.Sha256;
import org.escale.federation.SpaceId;
import org.escale.service.Feeds.Busy;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When a space is taken by bookings of ours; what others told us is not repeated. */
@Component(service = OwnTimes.class)
public final class OwnTimes {
  /** Bookings are no longer than that. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private final Words words;

  /** Reads there. */
  @Activate
  public OwnTimes(@Reference Words words) {
    this.words = words;
  }

  /** Those that end after {@code since}, in order of their start; at most {@code most} and one. */
  List<Busy> of(SpaceId space, Instant since, int most) {
    var found = new ArrayList<Busy>();
    var query =
        new Query(
            Map.of("spaceId", space.value()),
            Optional.of(since.minus(LONGEST)),
            Optional.empty(),
            0,
            Query.MOST);
    var page = words.find(Booking.class, query, Sight.PLATFORM);
    add(page.items(), since, found);
    while (page.next().isPresent() && found.size() <= most) {
      page = words.find(Booking.class, query.after(page.next().getAsLong()), Sight.PLATFORM);
      add(page.items(), since, found);
    }
    return found.stream()
        .distinct()
        .sorted(Comparator.comparing((Busy b) -> b.slot().from()).thenComparing(Busy::id))
        .toList();
  }

  private static void add(List<Kept<Booking>> some, Instant since, List<Busy> found) {
    some.stream()
        .map(Kept::word)
        .filter(booking -> booking.state().live() && booking.slot().to().isAfter(since))
        .map(OwnTimes::busy)
        .forEach(found::add);
  }

  /** Nothing else of a booking leaves: also not whether somebody has come. */
  private static Busy busy(Booking booking) {
    var name = Sha256.of(booking.space().value() + "\n" + booking.id().value());
    var firm =
        booking.state() == Booking.State.CONFIRMED || booking.state() == Booking.State.CHECKED_IN;
    return new Busy(name.substring(0, name.length() / 2), booking.slot(), !firm);
  }
}

package org.escale.core.centres;

import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.ForeignEvent;
import org.escale.adapter.ForeignEventId;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.caller.Sight;
import org.escale.presence.Visit;
import org.escale.spi.store.Outbox.Message;
import org.escale.spi.store.Words;

/** What a message about something that happened is about. */
record QueuedEvents(Words words) {

  /** Whose queue it stands in, which booking it is about, and what it says. */
  record About(AdapterId adapter, BookingId booking, String what) {}

  /** What we have to tell. */
  Optional<About> told(Message message) {
    var reported = Reported.of(message.effect());
    return words
        .get(Visit.class, reported.visit(), Sight.PLATFORM)
        .map(
            visit ->
                new About(
                    new AdapterId(reported.adapter()),
                    visit.word().booking(),
                    "TELL-" + reported.kind()));
  }

  /** What we were told. */
  Optional<About> received(Message message) {
    return words
        .get(ForeignEvent.class, new ForeignEventId(message.effect().about()), Sight.PLATFORM)
        .map(kept -> kept.word())
        .map(
            event ->
                new About(
                    event.adapter(), event.told().bookingId(), "TOLD-" + event.told().kind()));
  }

  Optional<Booking> booking(BookingId id) {
    return words.get(Booking.class, id, Sight.PLATFORM).map(kept -> kept.word());
  }
}

package org.escale.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.adapter.ForeignEvent;
import org.escale.adapter.ForeignEventId;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.core.centres.Receipts;
import org.escale.core.metering.ReportedTime;
import org.escale.core.steward.EffectHandler;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Acts on what centres' own systems told, in whatever order it came: what rests on something that
 * was not told yet waits, 24 hours at most. What cannot be done is set aside with its reason; what
 * is so already is done. Run by the Steward alone.
 */
@Component(service = EffectHandler.class)
public final class ReceivedEvents implements EffectHandler {
  private static final Duration PATIENCE = Duration.ofHours(24);

  private final Words words;
  private final ToldArrivals arrivals;
  private final ToldUsage usage;

  /** Through these. */
  @Activate
  public ReceivedEvents(
      @Reference Words words, @Reference ToldArrivals arrivals, @Reference ToldUsage usage) {
    this.words = words;
    this.arrivals = arrivals;
    this.usage = usage;
  }

  @Override
  public String kind() {
    return Receipts.KIND;
  }

  @Override
  public Optional<Again> handle(Outbox.Waiting waiting, Instant now) {
    var id = new ForeignEventId(waiting.effect().about());
    var event = words.get(ForeignEvent.class, id, Sight.PLATFORM).map(Kept::word);
    if (event.isEmpty()) {
      return Optional.empty();
    }
    if (waiting.effect().details().containsKey(Receipts.REUSED)) {
      return Optional.of(Again.aside("its key was told with another content before"));
    }
    return acted(event.get(), now)
        .map(again -> again.aside() || patient(event.get(), now) ? again : over(again));
  }

  private Optional<Again> acted(ForeignEvent event, Instant now) {
    if (event.told().at().isAfter(now.plus(ReportedTime.TOLERANCE))) {
      return Optional.of(Again.aside("its clock is more than 120 s ahead"));
    }
    var booking =
        words
            .get(Booking.class, event.told().bookingId(), Sight.PLATFORM)
            .map(Kept::word)
            .filter(known -> known.centre().equals(event.centre()));
    if (booking.isEmpty()) {
      return Optional.of(Again.aside("no such booking at this centre"));
    }
    return switch (event.told().kind()) {
      case ARRIVED -> arrivals.arrived(event, booking.get(), now);
      case LEFT -> arrivals.left(event, booking.get(), now);
      case EXTRA -> usage.used(event, booking.get());
      case CORRECTED -> usage.corrected(event, booking.get());
    };
  }

  private static boolean patient(ForeignEvent event, Instant now) {
    return now.isBefore(event.received().plus(PATIENCE));
  }

  private static Again over(Again again) {
    return Again.aside(again.why() + ", for 24 hours");
  }
}

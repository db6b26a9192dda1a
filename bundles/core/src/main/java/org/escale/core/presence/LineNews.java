package org.escale.core.presence;

import java.util.stream.Stream;
import org.escale.access.Box;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.presence.Visit;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What boxes have told and the hub could not do yet: that somebody came or left is known, though
 * nothing shows it (law S5). What was set aside no longer counts. Safe for many threads.
 */
@Component(service = LineNews.class)
public final class LineNews {
  /** So many of the oldest are looked at. */
  private static final int MOST = 10_000;

  private final Outbox outbox;
  private final Words words;
  private final Snapshots snapshots;

  /** That waits there. */
  @Activate
  public LineNews(
      @Reference Outbox outbox, @Reference Words words, @Reference Snapshots snapshots) {
    this.outbox = outbox;
    this.words = words;
    this.snapshots = snapshots;
  }

  /** Whether a box has told that somebody came by that booking. */
  boolean of(Booking booking) {
    var place = "booking/" + booking.id();
    return waiting(booking.centre())
        .map(Effect::details)
        .anyMatch(told -> told.get("place").equals(place));
  }

  /** Whether a box has told something of that visit. */
  boolean of(Visit visit) {
    return waiting(visit.centre())
        .map(effect -> new GrantId(effect.about()))
        .distinct()
        .flatMap(grant -> words.get(Session.class, grant, Sight.PLATFORM).stream())
        .anyMatch(session -> session.word().visit().equals(visit.id()));
  }

  /** Whether all that this box told is done, or set aside. */
  boolean none(GatewayId box) {
    return outbox.messages(LineReplay.KIND, MOST).stream()
        .filter(message -> message.due().isPresent())
        .noneMatch(message -> box.value().equals(message.effect().details().get("box")));
  }

  /** Read only where a box stands or stood. */
  private Stream<Effect> waiting(CentreId centre) {
    return snapshots.now().where(Box.class, "centreId", centre).isEmpty()
        ? Stream.empty()
        : outbox.messages(LineReplay.KIND, MOST).stream()
            .filter(message -> message.due().isPresent())
            .map(Outbox.Message::effect)
            .filter(effect -> centre.value().equals(effect.details().get("centre")));
  }
}

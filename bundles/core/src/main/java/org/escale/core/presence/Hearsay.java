package org.escale.core.presence;

import java.time.Instant;
import org.escale.booking.Booking;
import org.escale.core.centres.Listening;
import org.escale.core.connectivity.BoxLines;
import org.escale.federation.CentreId;
import org.escale.presence.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether everybody was heard who may know what happened in a centre: its own systems and its boxes
 * (law S5). Safe for many threads.
 */
@Component(service = Hearsay.class)
public final class Hearsay {
  private final Listening systems;
  private final BoxLines boxes;
  private final LineNews news;

  /** Of those. */
  @Activate
  public Hearsay(
      @Reference Listening systems, @Reference BoxLines boxes, @Reference LineNews news) {
    this.systems = systems;
    this.boxes = boxes;
    this.news = news;
  }

  /** Whether the boxes there were heard after that. */
  boolean boxesHeard(CentreId centre, Instant at) {
    return boxes.heardUntil(centre, at);
  }

  /** Whether a box has told that somebody came by that booking, and it still waits to be done. */
  boolean told(Booking booking) {
    return news.of(booking);
  }

  /** Whether the boxes were heard after {@code at}, and all that they told of the visit is done. */
  boolean heard(Visit visit, Instant at) {
    return boxes.heardUntil(visit.centre(), at) && !news.of(visit);
  }

  /** Whether what happened until {@code at} is known, or was waited for 24 hours. */
  boolean complete(CentreId centre, Instant at) {
    return systems.complete(centre, at) && boxes.waitedFor(centre, at);
  }
}

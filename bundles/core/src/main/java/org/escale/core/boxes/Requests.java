package org.escale.core.boxes;

import java.time.Clock;
import java.time.Duration;
import org.escale.access.Box;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.escale.service.Boxes.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells which box a request comes from, by its signature. Safe for many threads. */
@Component(service = Requests.class)
public final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
  private static final Duration OFF = Duration.ofSeconds(Boxes.CLOCK_SECONDS);

  private final Clock clock;
  private final Snapshots snapshots;

  /** By that clock. */
  @Activate
  public Requests(@Reference Clock clock, @Reference Snapshots snapshots) {
    this.clock = clock;
    this.snapshots = snapshots;
  }

  /** The box; whoever is none is told nothing, and the log says why. */
  Outcome<Box> from(Request request) {
    var box = snapshots.now().get(Box.class, request.box());
    var why = box.map(known -> wrong(known, request)).orElse("no such box");
    if (why.isEmpty()) {
      return Outcome.done(box.orElseThrow());
    }
    // a name that somebody made up does not get into the log
    var name = box.map(known -> known.id().value()).orElse("nobody's");
    LOG.warn("a request in the name of box {} is refused: {}", name, why);
    return Outcome.refused(RefusalCode.NOT_FOUND);
  }

  /** The same box, if it is believed still, by the same key. */
  Outcome<Box> still(Box known) {
    return snapshots
        .now()
        .get(Box.class, known.id())
        .filter(box -> box.state() == Box.State.ENROLLED && box.key().equals(known.key()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private String wrong(Box box, Request request) {
    if (box.state() != Box.State.ENROLLED) {
      return "it is " + box.state();
    }
    if (!Signing.holds(box.key(), request.signed(), request.signature())) {
      return "not its signature";
    }
    var off = Duration.between(request.at(), clock.instant()).abs();
    return off.compareTo(OFF) > 0 ? "its clock is off by " + off : "";
  }
}

package org.escale.gateway.radius;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.escale.spi.gateway.GatewayEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to the gear: one thread, which looks at what is due every 50 ms. */
final class Line implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final int LOOK = 50;
  private static final int FORGETS = 60;
  private static final long BEAT = Duration.ofSeconds(1).toNanos();

  private final Here here;
  private final Sessions sessions;
  private final Cutter cutter;
  private final Changer changer;
  private final Reports reports;
  private final Way way;
  private final AtomicLong gearHeard;
  private long lastBeat;
  private int beats;
  private volatile boolean closed;

  /** Begins to speak; {@code way} is closed with it. */
  Line(Here here, Sessions sessions, Cutter cutter, Reports reports, Way way) {
    this.here = here;
    this.sessions = sessions;
    this.cutter = cutter;
    this.changer = new Changer(here, sessions);
    this.reports = reports;
    this.gearHeard = new AtomicLong(here.nanos().getAsLong());
    this.lastBeat = gearHeard.get();
    this.way = way;
    var thread = new Thread(this::run, "radius-line " + here.config().id());
    thread.setDaemon(true);
    thread.start();
  }

  /** The gear gave a sign of life. */
  void heard() {
    gearHeard.set(here.nanos().getAsLong());
  }

  private void run() {
    while (!closed) {
      try {
        order();
        way.receive().ifPresent(this::receive);
        beat();
      } catch (RuntimeException bug) {
        LOG.error("gateway {} goes on after a fault", here.config().id(), bug);
        pause();
      }
    }
  }

  private void order() {
    if (here.nas().disconnect().isPresent()) {
      if (way.fresh()) {
        cutter.askAgain();
      }
      var due = cutter.due();
      due.packets().forEach(way::send);
      changer.due().forEach(way::send);
      tell(due.events());
    }
  }

  private void receive(byte[] packet) {
    if (here.nas().disconnect().isPresent()) {
      if (!changer.answered(packet)) {
        tell(cutter.answered(packet, packet.length));
      }
      heardIfThere();
    }
  }

  private void heardIfThere() {
    if (cutter.reachable().orElse(false)) {
      heard();
    }
  }

  private void beat() {
    long now = here.nanos().getAsLong();
    if (now - lastBeat >= BEAT) {
      lastBeat = now;
      tell(sessions.stale(gearHeard.get()));
      if (++beats % FORGETS == 0) {
        here.book().forget(here.now(), sessions.grants());
      }
    }
  }

  private void tell(List<GatewayEvent> events) {
    if (!events.isEmpty()) {
      reports.tell(events, () -> {});
    }
  }

  private void pause() {
    LockSupport.parkNanos(Duration.ofMillis(LOOK).toNanos());
  }

  @Override
  public void close() {
    closed = true;
    way.close();
  }
}

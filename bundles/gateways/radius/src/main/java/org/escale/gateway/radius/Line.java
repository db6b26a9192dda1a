package org.escale.gateway.radius;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.escale.gateway.radius.wire.Packet;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the gear: one socket and one thread, which looks at what is due every 50 ms. */
final class Line implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final int LOOK = 50;
  private static final long BEAT = Duration.ofSeconds(1).toNanos();

  private final Here here;
  private final Sessions sessions;
  private final Cutter cutter;
  private final Reports reports;
  private final DatagramSocket socket;
  private final AtomicLong gearHeard;
  private long lastBeat;
  private volatile boolean closed;

  /**
   * Opens it.
   *
   * @throws GatewayException if there is no socket to be had
   */
  Line(Here here, Sessions sessions, Cutter cutter, Reports reports) throws GatewayException {
    this.here = here;
    this.sessions = sessions;
    this.cutter = cutter;
    this.reports = reports;
    this.gearHeard = new AtomicLong(here.nanos().getAsLong());
    this.lastBeat = gearHeard.get();
    try {
      socket = new DatagramSocket();
      socket.setSoTimeout(LOOK);
      if (here.nas().disconnect().isPresent()) {
        socket.connect(here.nas().disconnect().get());
      }
    } catch (SocketException e) {
      throw new GatewayException("cannot speak to the gear: " + e.getMessage());
    }
    var thread = new Thread(this::run, "radius-line " + here.config().id());
    thread.setDaemon(true);
    thread.start();
  }

  /** The gear gave a sign of life. */
  void heard() {
    gearHeard.set(here.nanos().getAsLong());
  }

  private void run() {
    var buffer = new byte[Packet.LONGEST + 1];
    while (!closed) {
      try {
        order();
        receive(new DatagramPacket(buffer, buffer.length));
        beat();
      } catch (RuntimeException bug) {
        LOG.error("gateway {} goes on after a fault", here.config().id(), bug);
        pause();
      }
    }
  }

  private void order() {
    if (here.nas().disconnect().isPresent()) {
      var due = cutter.due();
      due.packets().forEach(this::send);
      tell(due.events());
    }
  }

  /** What a gear sends that is not asked for waits in vain: the socket hears that gear alone. */
  private void receive(DatagramPacket datagram) {
    try {
      socket.receive(datagram);
      if (here.nas().disconnect().isPresent()) {
        tell(cutter.answered(datagram.getData(), datagram.getLength()));
        heardIfThere();
      }
    } catch (SocketTimeoutException nothing) {
      return;
    } catch (IOException nobodyListens) {
      pause(); // the gear's host refuses the port: that is silence
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
      here.book().forget(here.now(), sessions.grants());
    }
  }

  private void tell(List<GatewayEvent> events) {
    if (!events.isEmpty()) {
      reports.tell(events, () -> {});
    }
  }

  private void send(byte[] packet) {
    try {
      socket.send(new DatagramPacket(packet, packet.length));
    } catch (IOException notNow) {
      pause(); // it is sent again as if it had been lost on the way
    }
  }

  private void pause() {
    LockSupport.parkNanos(Duration.ofMillis(LOOK).toNanos());
  }

  @Override
  public void close() {
    closed = true;
    socket.close();
  }
}

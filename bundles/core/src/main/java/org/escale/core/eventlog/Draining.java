package org.escale.core.eventlog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.escale.core.sessions.GatewayReports;
import org.escale.spi.store.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the log, and the thread that tells what stands in them to the database. One thread
 * at a time appends.
 */
final class Draining implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Draining.class);
  private static final long GATHERS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LOOKS = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_END = TimeUnit.SECONDS.toMillis(10);

  private final Segments segments;
  private final Aside aside;
  private final Vault vault;
  private final Drain drain;
  private final Thread thread = new Thread(this::run, "escale-events");
  private volatile boolean idle;
  private volatile boolean closed;

  Draining(Path folder, long most, GatewayReports reports, Vault vault) throws IOException {
    this.segments = new Segments(folder, most);
    this.aside = new Aside(folder.resolve("aside"), vault);
    this.vault = vault;
    this.drain = new Drain(reports, () -> !closed);
    thread.setDaemon(true);
    thread.start();
  }

  /** Writes those; on disk when this returns. */
  void append(List<byte[]> frames) throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    segments.append(frames);
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  /** How many octets wait for the database. */
  long waiting() {
    return segments.waiting();
  }

  /** How it stands, for an operator. */
  String text() {
    return waiting() + " octets wait for the database" + aside.text();
  }

  private void run() {
    while (!closed) {
      try {
        var next = segments.next();
        if (next.isPresent()) {
          tell(next.get());
        } else {
          rest();
        }
      } catch (IOException | RuntimeException unread) {
        LOG.error("gateways' events wait", unread);
        LockSupport.parkNanos(LOOKS);
      }
    }
  }

  /** Until something comes, and then a little more: many at once cost the database less. */
  private void rest() {
    idle = true;
    if (segments.waiting() == 0) {
      LockSupport.parkNanos(LOOKS);
    }
    idle = false;
    if (!closed) {
      LockSupport.parkNanos(GATHERS);
    }
  }

  private void tell(Segments.Some some) throws IOException {
    var events = new ArrayList<Noted>();
    for (var frame : some.read().frames()) {
      events.addAll(Noted.open(frame, vault));
    }
    var left = drain.tell(events);
    for (var one : left.aside()) {
      aside.keep(one);
    }
    if (left.untold().isEmpty()) {
      some.in().drained(some.read().next());
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(LONGEST_END);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    drain.close();
    segments.close();
    aside.close();
  }
}

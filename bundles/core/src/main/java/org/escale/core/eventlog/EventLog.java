package org.escale.core.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.escale.core.clock.SystemClock;
import org.escale.core.sessions.GatewayNotes;
import org.escale.core.sessions.GatewayReports;
import org.escale.federation.CentreId;
import org.escale.spi.door.Vital;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.store.Vault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Notes what gateways saw in the folder {@code gateway-events} of the data folder, forced to disk
 * once for all who wait, and tells it to the database from there. After a crash it goes on where it
 * was; what is told twice is known by the gateway's own number (law S6). Safe for many threads.
 */
@Component(service = {GatewayNotes.class, Vital.class})
public final class EventLog implements GatewayNotes, Vital, AutoCloseable {
  private static final long MOST = 256L << 20;

  private final GatewayReports reports;
  private final Vault vault;
  private final Optional<Draining> draining;
  private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final Object writing = new Object();
  private volatile String trouble = "";

  /**
   * In this instance's data folder. Without one, and where time is moved by hand, events go
   * straight to the database: nobody moves time past what was seen and is not told yet.
   */
  @Activate
  public EventLog(
      @Reference GatewayReports reports, @Reference Vault vault, @Reference Clock clock) {
    this(folder(clock, System.getProperty("escale.data", "")), reports, vault, MOST);
  }

  static Optional<Path> folder(Clock clock, String data) {
    return clock instanceof SystemClock && !data.isEmpty()
        ? Optional.of(Path.of(data, "gateway-events"))
        : Optional.empty();
  }

  /**
   * In that folder.
   *
   * @param most octets that may wait for the database before no more is taken
   */
  public EventLog(Optional<Path> folder, GatewayReports reports, Vault vault, long most) {
    this.reports = reports;
    this.vault = vault;
    this.draining =
        folder.map(
            path -> {
              try {
                return new Draining(path, most, reports, vault);
              } catch (IOException e) {
                throw new UncheckedIOException("gateways' events cannot be kept in " + path, e);
              }
            });
  }

  private static final class Waiting {
    private final byte[] frame;
    private boolean kept;
    private Optional<IOException> failed = Optional.empty();

    private Waiting(byte[] frame) {
      this.frame = frame;
    }
  }

  @Override
  public void note(CentreId centre, List<GatewayEvent> events) throws IOException {
    if (draining.isEmpty()) {
      reports.take(centre, events);
      return;
    }
    var mine = new Waiting(Noted.sealed(centre, events, vault));
    queue.add(mine);
    synchronized (writing) {
      if (!mine.kept && mine.failed.isEmpty()) {
        write(draining.get());
      }
    }
    if (mine.failed.isPresent()) {
      throw new IOException("events cannot be kept just now", mine.failed.get());
    }
  }

  /** Whoever comes first writes for all who wait. */
  private void write(Draining log) {
    var all = new ArrayList<Waiting>();
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      all.add(next);
    }
    try {
      log.append(all.stream().map(waiting -> waiting.frame).toList());
      all.forEach(waiting -> waiting.kept = true);
      trouble = "";
    } catch (IOException full) {
      all.forEach(waiting -> waiting.failed = Optional.of(full));
      trouble = "gateways' events cannot be kept: " + full.getMessage();
    }
  }

  @Override
  public String name() {
    return "gateway-events";
  }

  @Override
  public boolean up() {
    return trouble.isEmpty();
  }

  @Override
  public String text() {
    return trouble.isEmpty() ? draining.map(Draining::text).orElse("none noted") : trouble;
  }

  /** Whether the database has all that was noted. */
  public boolean drained() {
    return draining.map(log -> log.waiting() == 0).orElse(true);
  }

  /** Stops telling; what waits stays on disk. */
  @Deactivate
  @Override
  public void close() throws IOException {
    if (draining.isPresent()) {
      synchronized (writing) {
        draining.get().close();
      }
    }
  }
}

package org.escale.sandbox.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The system's time plus what was added by hand; it can also be made to stand. How far ahead it is
 * stands in the data folder, so it survives a restart; it never goes back. Safe for many threads.
 */
@Component(
    service = {Clock.class, MovingClock.class},
    property = "escale.clock=moving")
public final class MovingClock extends Clock {
  private final Path file;
  private final Clock system;
  private final AtomicReference<Instant> last;
  private volatile Duration ahead;
  private volatile Optional<Instant> standing = Optional.empty();

  /** The clock of this instance's data folder. */
  @Activate
  public MovingClock() {
    this(Path.of(System.getProperty("escale.data", "."), "sandbox-clock"), Clock.systemUTC());
  }

  MovingClock(Path file, Clock system) {
    this.file = file;
    this.system = system;
    this.ahead = read(file);
    this.last = new AtomicReference<>(system.instant().plus(ahead));
  }

  @Override
  public Instant instant() {
    var now = standing.orElseGet(() -> system.instant().plus(ahead));
    return last.updateAndGet(before -> before.isAfter(now) ? before : now);
  }

  /**
   * Goes on by {@code time}, and keeps that for the next start.
   *
   * @throws UncheckedIOException if it cannot be kept; the clock then stays where it was
   */
  synchronized void advance(Duration time) {
    var then = instant().plus(time);
    var further = Duration.between(system.instant(), then);
    keep(further);
    ahead = further;
    standing = standing.map(before -> then);
  }

  /** Stands still from now on, or goes on with the system's time. */
  synchronized void stand(boolean still) {
    var now = instant();
    ahead = Duration.between(system.instant(), now);
    standing = still ? Optional.of(now) : Optional.empty();
  }

  private void keep(Duration further) {
    try {
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, further.toString(), StandardCharsets.US_ASCII);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    var moving = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return moving.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return moving.withZone(other);
      }
    };
  }

  private static Duration read(Path file) {
    try {
      return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

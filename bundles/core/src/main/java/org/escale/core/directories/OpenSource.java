package org.escale.core.directories;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.escale.adapter.InstalledDirectory;
import org.escale.core.plugins.Marked;
import org.escale.service.Directories.Report;
import org.escale.service.Directories.Standing;
import org.escale.spi.directory.Cursor;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One directory behind its own threads: one that hangs or is gone costs nobody else anything. It is
 * read once at a time. Safe for many threads.
 */
final class OpenSource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenSource.class);
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(6);

  /** All is read once in that time, whatever the directory says of changes. */
  private static final Duration ALL = Duration.ofDays(1);

  /** One reads, one brings into step, one closes. */
  private static final int THREADS = 3;

  private final InstalledDirectory row;
  private final DirectoryLink link;
  private final Marked marked;
  private final ThreadPoolExecutor threads;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Optional<Mark> mark = Optional.empty();
  private volatile Standing standing;

  /** How far it was read, and when all of it was. */
  private record Mark(Cursor cursor, Instant whole) {}

  OpenSource(InstalledDirectory row, DirectoryLink link, Marked marked) {
    this.row = row;
    this.link = link;
    this.marked = marked;
    this.standing =
        new Standing(row.id(), false, "not read yet", Optional.empty(), Optional.empty());
    this.threads =
        new ThreadPoolExecutor(
            0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
  }

  InstalledDirectory row() {
    return row;
  }

  Standing standing() {
    return standing;
  }

  /** Takes it for one run; false while another has it. */
  boolean take() {
    return busy.compareAndSet(false, true);
  }

  /** The run is over. */
  void giveBack() {
    busy.set(false);
  }

  /** Does that away from whoever asks; whether it began. */
  boolean begin(Runnable work) {
    try {
      threads.execute(work);
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }

  /** Reads what changed, or all where that is due or asked for. */
  Reading read(boolean all, Instant now) throws DirectoryException {
    var since = mark.filter(m -> !all && m.whole().plus(ALL).isAfter(now));
    if (since.isPresent()) {
      var changes = ask(() -> link.changes(since.get().cursor()));
      if (changes.isPresent()) {
        return changes.get();
      }
    }
    return ask(link::all);
  }

  /** It was read, and what is here is in step with it. */
  void inStep(Reading reading, Report report, Instant now) {
    var whole = reading.whole() ? Optional.of(now) : mark.map(Mark::whole);
    mark = whole.map(at -> new Mark(reading.next(), at));
    var last = Rounds.quiet(report) ? standing.last() : Optional.of(report);
    standing = new Standing(row.id(), true, "in step", Optional.of(now), last);
  }

  /** It is not in step, and why; all is read the next time. */
  void failed(String why) {
    if (!standing.text().equals(why)) {
      LOG.warn("directory {}: {}", row.id(), why);
    }
    mark = Optional.empty();
    standing = new Standing(row.id(), false, why, standing.asOf(), standing.last());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    var closing = thread(link::close);
    closing.start();
    try {
      closing.join(CLOSING.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> T ask(Callable<T> question) throws DirectoryException {
    try {
      var asked = threads.submit(marked.call(question));
      try {
        return asked.get(row.deadline().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        asked.cancel(true);
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DirectoryException known ? known : stumbled(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent();
    } catch (TimeoutException | RejectedExecutionException e) {
      throw silent();
    }
  }

  /** What an adapter throws may quote what it read: only its class is told. */
  private static DirectoryException stumbled(Throwable why) {
    return new DirectoryException(
        Trouble.GARBLED, "its adapter stumbled: " + why.getClass().getSimpleName());
  }

  private static DirectoryException silent() {
    return new DirectoryException(Trouble.UNAVAILABLE, "it does not answer");
  }

  private Thread thread(Runnable work) {
    var thread = new Thread(work, "escale-directory " + row.id());
    thread.setDaemon(true);
    return thread;
  }
}

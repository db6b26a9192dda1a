package org.escale.core.eventlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the log in the order in which they were written: appended to at the end, drained
 * from the beginning. One thread appends while another drains.
 */
final class Segments implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Segments.class);
  private static final String ENDING = ".events";
  private static final long ROLLS = 8L << 20;
  private static final int AT_ONCE = 1 << 18;

  private final Path folder;
  private final long most;
  private final Deque<Segment> files = new ArrayDeque<>();
  private boolean open;
  private long number;

  /**
   * Those in that folder, which is made where it is missing.
   *
   * @param most octets that may wait
   */
  Segments(Path folder, long most) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.most = most;
    List<Path> left;
    try (var all = Files.list(folder)) {
      left = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
    for (var file : left) {
      find(file);
    }
  }

  private void find(Path file) {
    try {
      var name = file.getFileName().toString();
      number = Long.parseLong(name.substring(0, name.length() - ENDING.length()));
      files.addLast(Segment.found(file));
    } catch (IOException | NumberFormatException foreign) {
      LOG.error("{} is left as it is: {}", file.getFileName(), foreign.getMessage());
    }
  }

  /** Some of what waits, and where it stands. */
  record Some(Segment in, Segment.Read read) {}

  /** Writes those; on disk when this returns. */
  void append(List<byte[]> frames) throws IOException {
    if (waiting() > most) {
      throw new IOException("more than " + most + " octets wait for the database");
    }
    var file = current();
    try {
      file.append(frames);
    } catch (IOException full) {
      roll(); // what a disk has of it now is not known
      throw full;
    }
    if (file.length() > ROLLS) {
      roll();
    }
  }

  private synchronized void roll() {
    open = false;
  }

  private synchronized Segment current() throws IOException {
    if (!open) {
      var name = String.format(java.util.Locale.ROOT, "%016d%s", ++number, ENDING);
      files.addLast(Segment.fresh(folder.resolve(name)));
      open = true;
    }
    return files.getLast();
  }

  /** The next that wait; files that have nothing more go. */
  synchronized Optional<Some> next() throws IOException {
    while (!files.isEmpty()) {
      var first = files.getFirst();
      if (first.waiting() > 0) {
        return Optional.of(new Some(first, first.next(AT_ONCE)));
      }
      if (open && files.size() == 1) {
        return Optional.empty();
      }
      files.removeFirst().delete();
    }
    return Optional.empty();
  }

  /** How many octets wait. */
  synchronized long waiting() {
    return files.stream().mapToLong(Segment::waiting).sum();
  }

  @Override
  public synchronized void close() throws IOException {
    for (var file : files) {
      file.close();
    }
  }
}

package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the box saw, a line each, on disk before anybody is let in, until the hub has it and no rule
 * needs it. Each has a number of its own that grows and is never given twice. Any number of threads
 * and processes may add; one tells and forgets.
 */
final class Spool {
  private static final String FILE = "spool";
  private static final String KEPT = "spool-kept";
  private static final String LOCK = "spool-lock";
  private static final int AT_ONCE = 500;

  /** One thread of a process at a time; between processes a file is locked that nobody replaces. */
  private static final Object TURN = new Object();

  private final Home home;

  Spool(Home home) {
    this.home = home;
  }

  /** Adds an event under the next number; it is on disk when this returns. */
  long add(String kind, String grant, Instant at) throws IOException {
    decided(seen -> Optional.of(Seen.of(kind, grant, at)));
    return last(seen());
  }

  /** Lets in who may come, unless something that this box saw stands in the way. */
  Offline.Verdict admit(Offline.Case who) throws IOException {
    var admission = who.admission();
    var verdict = new Offline.Verdict[1];
    decided(
        seen -> {
          var wrong = who.wrong(seen);
          if (!wrong.isEmpty()) {
            verdict[0] = Offline.Verdict.no(wrong);
            return Optional.empty();
          }
          var place = who.place(seen).orElseThrow();
          var until = admission.until(who.now(), place.until());
          verdict[0] = allowed(admission, until);
          return Optional.of(
              new Seen(
                  0,
                  Seen.ADMIT,
                  admission.grant(),
                  who.now(),
                  place.id(),
                  admission.cents(),
                  admission.purses(),
                  until));
        });
    return verdict[0];
  }

  private static Offline.Verdict allowed(Admission who, Instant until) {
    var allowed = new Entitlements.Allowed(who.grant(), who.segment(), until);
    return new Offline.Verdict(Optional.of(allowed), "");
  }

  /**
   * Adds what somebody decides who has seen all so far, with nobody in between; whether anything.
   */
  boolean decided(Function<List<Seen>, Optional<Seen>> decision) throws IOException {
    return alone(
        () -> {
          var seen = seen();
          var next = decision.apply(seen);
          if (next.isPresent()) {
            append(next.get().under(last(seen) + 1).line() + "\n");
          }
          return next.isPresent();
        });
  }

  /**
   * Forgets what nothing needs any more. The text is replaced whole, so what dies here has
   * forgotten all of it or nothing.
   *
   * @return how many events it forgot
   */
  int forget(Needed needed) throws IOException {
    return alone(
        () -> {
          var seen = seen();
          var kept = needed.of(seen, kept());
          if (kept.size() < seen.size()) {
            home.write(FILE, kept.stream().map(e -> e.line() + "\n").collect(Collectors.joining()));
          }
          return seen.size() - kept.size();
        });
  }

  private interface Turn<T> {
    T take() throws IOException;
  }

  private <T> T alone(Turn<T> turn) throws IOException {
    synchronized (TURN) {
      try (var channel =
              FileChannel.open(
                  home.path(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IOException("the spool cannot be locked");
        }
        return turn.take();
      }
    }
  }

  private void append(String line) throws IOException {
    try (var channel =
        FileChannel.open(home.path(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.position(whole());
      write(channel, line);
      channel.truncate(channel.position());
      channel.force(true);
    }
  }

  private static void write(FileChannel channel, String line) throws IOException {
    var bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** The oldest that the hub does not have yet; at most 500. */
  List<Seen> waiting() throws IOException {
    long kept = kept();
    return seen().stream().filter(event -> event.number() > kept).limit(AT_ONCE).toList();
  }

  /** As the body of a request. */
  static String body(List<Seen> events) {
    return events.stream().map(Seen::json).collect(Collectors.joining(",", "[", "]"));
  }

  /** The hub has all up to that number. */
  void kept(long number) throws IOException {
    if (number > kept()) {
      home.write(KEPT, number + "\n");
    }
  }

  long kept() throws IOException {
    return Long.parseLong(home.read(KEPT).map(String::strip).orElse("0"));
  }

  private long last(List<Seen> seen) throws IOException {
    return Math.max(kept(), seen.stream().mapToLong(Seen::number).max().orElse(0));
  }

  /** Whole lines only: one that was cut off by a crash had let nobody in yet. */
  List<Seen> seen() throws IOException {
    return home.read(FILE).orElse("").lines().flatMap(l -> Seen.read(l).stream()).toList();
  }

  /** How far the file is whole. */
  private long whole() throws IOException {
    if (!Files.exists(home.path(FILE))) {
      return 0;
    }
    var text = Files.readString(home.path(FILE), UTF_8);
    return text.lastIndexOf('\n') + 1L;
  }
}

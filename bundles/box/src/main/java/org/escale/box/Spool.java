package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the box saw, a line each, on disk before anybody is let in, until the hub has it. Each has a
 * number of its own that grows and is never given twice. One process at a time adds and tells.
 */
final class Spool {
  private static final String FILE = "spool";
  private static final String KEPT = "spool-kept";
  private static final Pattern LINE =
      Pattern.compile("(\\d{1,18}) (START|ALIVE|STOP) ([A-Za-z0-9._:#-]{1,96}) (\\S{20,30})");
  private static final int AT_ONCE = 500;

  private final Home home;

  Spool(Home home) {
    this.home = home;
  }

  /** Adds an event under the next number; it is on disk when this returns. */
  synchronized long add(String kind, String grant, Instant at) throws IOException {
    try (var channel =
            FileChannel.open(home.path(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var alone = channel.lock()) {
      long number = last() + 1;
      channel.position(whole());
      write(channel, number + " " + kind + " " + grant + " " + at + "\n");
      channel.truncate(channel.position());
      channel.force(true);
      return alone.isValid() ? number : 0;
    }
  }

  private static void write(FileChannel channel, String line) throws IOException {
    var bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** The oldest that the hub does not have yet, as the body of a request; at most 500. */
  synchronized List<String> waiting() throws IOException {
    long kept = kept();
    return lines().stream().filter(line -> number(line) > kept).limit(AT_ONCE).toList();
  }

  /** As JSON. */
  static String body(List<String> lines) {
    return lines.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(
            m ->
                "{\"sequence\":%s,\"kind\":\"%s\",\"grant\":\"%s\",\"at\":\"%s\"}"
                    .formatted(m.group(1), m.group(2), m.group(3), m.group(4)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The hub has all up to that number. */
  synchronized void kept(long number) throws IOException {
    if (number > kept()) {
      home.write(KEPT, number + "\n");
    }
  }

  private long kept() throws IOException {
    return Long.parseLong(home.read(KEPT).map(String::strip).orElse("0"));
  }

  private long last() throws IOException {
    return Math.max(kept(), lines().stream().mapToLong(Spool::number).max().orElse(0));
  }

  /** Whole lines only: one that was cut off by a crash had let nobody in yet. */
  private List<String> lines() throws IOException {
    return home.read(FILE).orElse("").lines().filter(l -> LINE.matcher(l).matches()).toList();
  }

  /** How far the file is whole. */
  private long whole() throws IOException {
    if (!Files.exists(home.path(FILE))) {
      return 0;
    }
    var text = Files.readString(home.path(FILE), UTF_8);
    return text.lastIndexOf('\n') + 1L;
  }

  static long number(String line) {
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }
}

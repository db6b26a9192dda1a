package org.escale.bench.storm;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What happened, one line each, in order, in a file as it happens. Safe for many threads. */
final class History implements AutoCloseable {
  private final Path file;
  private final BufferedWriter writer;
  private final Map<String, Integer> counted = new TreeMap<>();
  private int operations;

  History(Path file) throws IOException {
    this.file = file;
    writer = Files.newBufferedWriter(file);
  }

  /** Something that counts as an operation of a client or of staff. */
  synchronized void operation(String... words) throws IOException {
    operations++;
    counted.merge(words[0], 1, Integer::sum);
    note(words);
  }

  /** Something that happened. */
  synchronized void note(String... words) throws IOException {
    writer.write(String.join("\t", words));
    writer.newLine();
    writer.flush();
  }

  synchronized int operations() {
    return operations;
  }

  /** How many of each. */
  synchronized String counted() {
    return counted.toString();
  }

  Path file() {
    return file;
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }
}

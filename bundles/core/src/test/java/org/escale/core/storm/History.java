package org.escale.core.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escale.word.TimeSlot;

/** What happened, one line each, in order; kept in a file for whoever judges it. */
final class History {
  private final List<String> lines = new ArrayList<>();
  private int operations;

  /** Something that counts as an operation of a client or of staff. */
  synchronized void operation(String... words) {
    operations++;
    note(words);
  }

  /** Something that happened. */
  synchronized void note(String... words) {
    lines.add(String.join("\t", words));
  }

  synchronized int operations() {
    return operations;
  }

  /** Writes it all down. */
  synchronized Path write(String name) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "storm"));
    return Files.write(folder.resolve(name + ".tsv"), lines);
  }

  static String from(TimeSlot slot) {
    return "" + slot.from().getEpochSecond();
  }

  static String to(TimeSlot slot) {
    return "" + slot.to().getEpochSecond();
  }
}

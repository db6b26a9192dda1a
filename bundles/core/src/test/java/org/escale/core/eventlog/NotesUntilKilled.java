package org.escale.core.eventlog;

import java.io.IOException;
import java.nio.file.Path;

/** Notes event after event in a folder and says the number of each; "down" when that fails. */
final class NotesUntilKilled {
  private NotesUntilKilled() {}

  public static void main(String[] words) throws IOException {
    var log = Notes.log(Path.of(words[0]), new ToyReports().away(true), 1L << 30);
    for (long n = 1; ; n++) {
      try {
        log.note(Notes.HERE, Notes.events(n, n));
      } catch (IOException full) {
        System.out.println(log.up() ? "up" : "down");
        return;
      }
      System.out.println(n);
    }
  }
}

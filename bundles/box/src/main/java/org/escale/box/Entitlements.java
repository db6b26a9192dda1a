package org.escale.box;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who may go on while the line is away, by the last list that the hub signed. What is missing, not
 * signed, too old, or cannot be read lets nobody in.
 */
record Entitlements(Home home, Identity me) {
  private static final String FILE = "entitlements";
  private static final String GRANT = "grant";
  private static final int WORDS = 6;

  /**
   * What somebody may do.
   *
   * @param segment the channel of the company
   * @param until the absolute end, by which what may be spent was reserved
   */
  record Allowed(String grant, int segment, Instant until) {}

  /**
   * Keeps a list; one that the hub did not sign, or that is older, changes nothing.
   *
   * @return whether it is kept
   */
  boolean keep(Told told) throws IOException {
    var text = told.by(me.hubKey());
    if (text.isEmpty() || !ours(text.get()) || issued(text.get()).isBefore(newest())) {
      return false;
    }
    home.write(FILE, told.signature() + "\n" + text.get());
    return true;
  }

  /** Decides for somebody who presents a key. */
  Optional<Allowed> decide(String key, Instant now) {
    try {
      var list = list();
      if (list.isEmpty() || !wrong(list.get(), now).isEmpty()) {
        return Optional.empty();
      }
      var presented = digest(list.get(), key);
      return list.get()
          .lines()
          .map(line -> line.split(" ", -1))
          .filter(words -> words[0].equals(GRANT) && words.length == WORDS)
          .filter(words -> words[5].equals(presented))
          .filter(words -> !now.isBefore(Instant.parse(words[3])))
          .filter(words -> now.isBefore(Instant.parse(words[4])))
          .map(w -> new Allowed(w[1], Integer.parseInt(w[2]), Instant.parse(w[4])))
          .findFirst();
    } catch (IOException | DateTimeException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** SHA-256 of who is checked in by the kept list, by which the hub tells whether that changed. */
  String checkedIn() throws IOException {
    return Delivery.digest(
        list()
            .orElse("")
            .lines()
            .filter(line -> line.startsWith(GRANT + " "))
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
  }

  /** When the hub last asked for a sample of the line, as the kept list says; empty for never. */
  String measure() throws IOException {
    return list().map(text -> text(text, "measure")).orElse("");
  }

  /** A key or code as it stands in that list. */
  static String digest(String list, String key) throws IOException {
    return Delivery.digest(text(list, "salt") + key);
  }

  private Instant newest() throws IOException {
    return list().map(Entitlements::issued).orElse(Instant.MIN);
  }

  /** The list that is kept, if it is whole and the hub's, for this box. */
  Optional<String> list() throws IOException {
    var kept = home.read(FILE).orElse("");
    int end = kept.indexOf('\n');
    if (end < 0) {
      return Optional.empty();
    }
    var text = kept.substring(end + 1);
    return OwnKey.holds(me.hubKey(), text, kept.substring(0, end)) && ours(text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private boolean ours(String text) {
    return text.startsWith("escale-entitlements 1\nbox " + me.box() + "\nissued ");
  }

  /**
   * Why that list lets nobody in: it is past its age, or from the future. A clock that was set back
   * opens nothing for longer.
   */
  static String wrong(String list, Instant now) {
    if (!now.isBefore(value(list, "until"))) {
      return "the list of this box is too old";
    }
    return now.isBefore(issued(list).minusSeconds(120)) ? "the clock of this box was set back" : "";
  }

  private static Instant issued(String text) {
    return value(text, "issued");
  }

  private static Instant value(String text, String name) {
    var found = text(text, name);
    return found.isEmpty() ? Instant.MIN : Instant.parse(found);
  }

  private static String text(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }
}

package org.escale.libraries.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Finds what changed in a calendar that cannot say so itself, by comparing it with what was seen at
 * the last glance. What was seen is in the cursor: each entry up to 240 of them, and a digest of
 * the whole beyond that, where any change means to begin again.
 *
 * @param changed names of what is new, other or gone, in order
 * @param next the cursor for the next glance, at most 4000 characters
 * @param more whether there is more to be seen already
 * @param reset whether all must be seen again, without a cursor
 */
public record Glance(List<String> changed, String next, boolean more, boolean reset) {
  /** The most entries that a cursor holds one by one. */
  static final int MOST = 240;

  private static final String WHOLE = "w";
  private static final String PART = "p";
  private static final int DIGEST = 24;
  private static final Glance RESET = new Glance(List.of(), "", false, true);

  /** Copies the names. */
  public Glance {
    changed = List.copyOf(changed);
  }

  /**
   * Compares.
   *
   * @param now revisions by name, each name a {@link Digest#name}
   * @param limit at most so many names, from 1
   */
  public static Glance at(Optional<String> cursor, SortedMap<String, String> now, int limit) {
    if (now.size() > MOST) {
      return atWhole(cursor, now, limit);
    }
    return Seen.read(cursor.orElse(Seen.NOTHING)).map(s -> atEach(s, now, limit)).orElse(RESET);
  }

  private static Glance atEach(Seen seen, SortedMap<String, String> now, int limit) {
    var changed = new TreeSet<>(seen.names());
    changed.addAll(now.keySet());
    changed.removeIf(name -> seen.has(name, Optional.ofNullable(now.get(name))));
    var page = changed.stream().limit(limit).toList();
    var next = seen;
    for (var name : page) {
      next = next.with(name, Optional.ofNullable(now.get(name)));
    }
    var fits = next.names().size() <= MOST;
    return fits ? new Glance(page, next.text(), page.size() < changed.size(), false) : RESET;
  }

  private static Glance atWhole(Optional<String> cursor, SortedMap<String, String> now, int limit) {
    var digest = Digest.whole(now.toString());
    var at = cursor.orElse(PART + digest);
    if (at.equals(WHOLE + digest)) {
      return new Glance(List.of(), at, false, false);
    }
    if (!at.startsWith(PART + digest)) {
      return RESET;
    }
    var rest = new ArrayList<>(now.tailMap(at.substring(1 + DIGEST) + '\0').keySet());
    var more = rest.size() > limit;
    var page = rest.subList(0, Math.min(limit, rest.size()));
    var next = more ? PART + digest + page.get(limit - 1) : WHOLE + digest;
    return new Glance(page, next, more, false);
  }
}

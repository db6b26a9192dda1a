package org.escale.box;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules still need of what a box saw: all of a session as long as the hub or the list does
 * not know something of it, the list has a line for it (its code must not open another one, who
 * left must not come back), or a desk is held for it.
 *
 * @param list the signed one that is kept
 * @param listed events up to this one are known to it
 */
record Needed(String list, long listed, Instant now) {
  /** Those of them, in their order; the hub has all up to {@code kept}. */
  List<Seen> of(List<Seen> seen, long kept) {
    Set<String> sessions =
        seen.stream().filter(event -> by(event, kept)).map(Seen::grant).collect(Collectors.toSet());
    return seen.stream().filter(event -> sessions.contains(event.grant())).toList();
  }

  private boolean by(Seen event, long kept) {
    return event.number() > Math.min(kept, listed)
        || event.at().isAfter(now)
        || event.until().isAfter(now)
        || list.contains(" " + event.grant() + " ");
  }
}

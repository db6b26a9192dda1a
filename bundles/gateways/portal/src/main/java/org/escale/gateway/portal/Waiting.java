package org.escale.gateway.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits for a box of level 3 to be let in: a name that the box knows, and the line for it. Safe
 * for many threads.
 */
final class Waiting {
  /** The box reads 1024 characters at a time; a line has 200 at most. */
  static final int AT_ONCE = 4;

  private static final int MOST = 1000;

  private final Map<String, Entry> lines = new LinkedHashMap<>();

  /** A line for a device. */
  record Entry(String mac, String line) {}

  synchronized void add(String name, Entry entry) {
    lines.values().removeIf(other -> other.mac().equals(entry.mac()));
    if (lines.size() < MOST) {
      lines.put(name, entry);
    }
  }

  synchronized boolean holds(String mac) {
    return lines.values().stream().anyMatch(entry -> entry.mac().equals(mac));
  }

  synchronized void forget(String mac) {
    lines.values().removeIf(entry -> entry.mac().equals(mac));
  }

  /** The oldest lines. */
  synchronized List<String> next() {
    return lines.values().stream().limit(AT_ONCE).map(Entry::line).toList();
  }

  /** The box let those in: their devices. */
  synchronized List<String> done(List<String> names) {
    var macs = new ArrayList<String>();
    for (var name : names) {
      var entry = lines.remove(name);
      if (entry != null) {
        macs.add(entry.mac());
      }
    }
    return macs;
  }

  synchronized void clear() {
    lines.clear();
  }
}

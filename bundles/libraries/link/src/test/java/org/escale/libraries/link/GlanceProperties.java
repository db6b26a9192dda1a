package org.escale.libraries.link;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * CF6 and CF7 for calendars that cannot say what changed: whoever follows glances misses nothing.
 */
class GlanceProperties {

  @Property(tries = 300)
  void cf6_whoeverFollowsSeesAll(
      @ForAll @Size(max = 40) Map<@IntRange(max = 30) Integer, Integer> first,
      @ForAll @Size(max = 40) Map<@IntRange(max = 30) Integer, Integer> then,
      @ForAll @IntRange(min = 1, max = 9) int limit) {
    var seen = new TreeMap<String, String>();
    var cursor = follow(Optional.empty(), calendar(first), limit, seen);
    assertEquals(calendar(first), seen);
    cursor = follow(Optional.of(cursor), calendar(then), limit, seen);
    assertEquals(calendar(then), seen);
    assertTrue(Glance.at(Optional.of(cursor), calendar(then), limit).changed().isEmpty());
  }

  @Property(tries = 20)
  void cf6_alsoWhereThereAreMany(@ForAll @IntRange(min = 200, max = 900) int size) {
    var now = many(size);
    var seen = new TreeMap<String, String>();
    var cursor = follow(Optional.empty(), now, 50, seen);
    assertEquals(now, seen);
    assertTrue(cursor.length() <= 4000);
    assertFalse(Glance.at(Optional.of(cursor), now, 50).reset());
    now.put(Digest.name("new"), "1");
    var later = Glance.at(Optional.of(cursor), now, 50);
    assertEquals(size >= Glance.MOST, later.reset());
  }

  @Example
  void cf7_whatIsNoCursorIsAReset() {
    for (var text : new String[] {"never-given", "", "e!", "eAAAA", "w", "p", "pnever-given"}) {
      assertTrue(text, Glance.at(Optional.of(text), many(3), 9).reset());
      assertTrue(text, Glance.at(Optional.of(text), many(300), 9).reset());
    }
  }

  private static String follow(
      Optional<String> from, SortedMap<String, String> now, int limit, Map<String, String> seen) {
    var glance = Glance.at(from, now, limit);
    assertFalse(glance.reset());
    assertTrue(glance.changed().size() <= limit);
    for (var name : glance.changed()) {
      if (now.containsKey(name)) {
        seen.put(name, now.get(name));
      } else {
        seen.remove(name);
      }
    }
    return glance.more() ? follow(Optional.of(glance.next()), now, limit, seen) : glance.next();
  }

  private static SortedMap<String, String> calendar(Map<Integer, Integer> entries) {
    var named = new TreeMap<String, String>();
    entries.forEach((name, revision) -> named.put(Digest.name("" + name), "" + revision));
    return named;
  }

  private static SortedMap<String, String> many(int size) {
    var all = new TreeMap<String, String>();
    for (int i = 0; i < size; i++) {
      all.put(Digest.name("many-" + i), "1");
    }
    return all;
  }
}

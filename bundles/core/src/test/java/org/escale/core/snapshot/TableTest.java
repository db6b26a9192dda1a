package org.escale.core.snapshot;

import static org.junit.Assert.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TableTest {
  /** Few different hashes, so that chains and deep paths are met. */
  private record Key(int value) {
    @Override
    public int hashCode() {
      return (value % 7) * 0x10000001;
    }
  }

  @Property
  void itAnswersLikeAMapAndOldOnesStayAsTheyWere(
      @ForAll @Size(max = 200) List<@IntRange(min = -40, max = 40) Integer> steps) {
    Map<Key, Integer> map = new HashMap<>();
    Table<Key, Integer> table = Table.empty();
    for (int step : steps) {
      var before = table;
      var was = Map.copyOf(map);
      var key = new Key(Math.abs(step));
      table = step < 0 ? table.without(key) : table.with(key, step * 3);
      if (step < 0) {
        map.remove(key);
      } else {
        map.put(key, step * 3);
      }
      same(was, before);
      same(map, table);
    }
  }

  @Property
  void madeAtOnceItIsWhatItWouldBeMadeOneByOne(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 40) Integer> values) {
    Map<Key, Integer> map = new HashMap<>();
    values.forEach(value -> map.put(new Key(value), value * 3));
    Table<Key, Integer> table = Table.of(map);
    same(map, table);
    var more = table.with(new Key(41), 7);
    same(map, table);
    assertEquals(map.size() + 1, more.size());
  }

  private static void same(Map<Key, Integer> map, Table<Key, Integer> table) {
    assertEquals(map.size(), table.size());
    assertEquals(map.size(), table.values().size());
    assertEquals(new HashSet<>(map.values()), new HashSet<>(table.values()));
    for (int value = 0; value <= 40; value++) {
      assertEquals(Optional.ofNullable(map.get(new Key(value))), table.get(new Key(value)));
    }
  }
}

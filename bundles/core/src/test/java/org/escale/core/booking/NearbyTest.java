package org.escale.core.booking;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.escale.federation.Position;

class NearbyTest {
  @Property(tries = 300)
  void r26_theWalkMeetsEverythingInOrderOfItsExactDistance(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 160_000) Integer> places,
      @ForAll @IntRange(min = 0, max = 160_000) int start) {
    var located = new ArrayList<Nearby.Located<Integer>>();
    places.forEach(place -> located.add(new Nearby.Located<>(place, position(place))));
    var from = position(start);
    var walk = new Nearby<>(located).from(from);
    var met = new ArrayList<Double>();
    while (walk.hasNext()) {
      met.add(walk.next().kilometres());
    }
    var expected = places.stream().map(p -> from.kilometresTo(position(p))).sorted().toList();
    assertEquals(expected, met);
  }

  /** On a coarse grid of the whole earth with its poles and the date line, so that ties occur. */
  private static Position position(int place) {
    return new Position(place / 400 % 181 - 90.0, place % 361 - 180.0);
  }
}

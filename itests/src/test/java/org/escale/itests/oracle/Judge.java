package org.escale.itests.oracle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.itests.oracle.World.House;
import org.escale.itests.oracle.World.Place;
import org.escale.itests.oracle.World.Question;

/**
 * Says by brute force which spaces may be offered: every space against every filter, then sorted by
 * distance.
 */
record Judge(World world, Set<Filter> filters) {

  /** With every filter. */
  static Judge of(World world) {
    return new Judge(world, EnumSet.allOf(Filter.class));
  }

  /** With one filter forgotten. */
  Judge without(Filter forgotten) {
    var rest = EnumSet.copyOf(filters);
    rest.remove(forgotten);
    return new Judge(world, rest);
  }

  /** The ids of the spaces that may be offered, nearest first, then by id. */
  List<String> offered(Question q) {
    return world.places().stream()
        .filter(place -> refusal(q, place).isEmpty())
        .sorted(
            Comparator.comparingDouble((Place p) -> kilometres(q, Filter.house(world, p)))
                .thenComparing(Place::id))
        .map(Place::id)
        .toList();
  }

  /** The first filter that stops this space. */
  Optional<Filter> refusal(Question q, Place place) {
    return Arrays.stream(Filter.values())
        .filter(filters::contains)
        .filter(filter -> !filter.lets(world, q, place))
        .findFirst();
  }

  /** Great-circle distance by the dot product of unit vectors. */
  static double kilometres(Question q, House house) {
    double a = Math.toRadians(q.latitude());
    double b = Math.toRadians(house.latitude());
    double turn = Math.toRadians(q.longitude() - house.longitude());
    double y =
        Math.hypot(
            Math.cos(b) * Math.sin(turn),
            Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(turn));
    double x = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(turn);
    return 6371.0088 * Math.atan2(y, x);
  }
}

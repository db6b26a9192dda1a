package org.escale.core.booking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.escale.federation.Position;

/**
 * Things by position, nearest first without sorting them all: a balanced tree over points of the
 * unit sphere, searched best first. Immutable; safe for many threads.
 */
final class Nearby<T> {
  /** A thing and where it is. */
  record Located<T>(T thing, Position position) {}

  /** Distances that differ by less are taken in order of their exact value. */
  private static final double SLACK_KM = 0.001;

  private static final double EARTH_RADIUS_KM = 6371.0088;

  private final List<Located<T>> things;
  private final double[][] points;
  private final int[] tree;

  Nearby(List<Located<T>> things) {
    this.things = List.copyOf(things);
    this.points = things.stream().map(t -> point(t.position())).toArray(double[][]::new);
    var order = new Integer[things.size()];
    Arrays.setAll(order, i -> i);
    build(order, 0, order.length, 0);
    this.tree = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** All things, nearest first; those at the same distance in any order. */
  Walk from(Position start) {
    return new Walk(start);
  }

  /** A thing reached, with its exact distance. */
  record Reached<T>(T thing, Position position, double kilometres) {}

  private record Step(double atLeast, int low, int high, int depth) {}

  /** One walk outwards; for one thread. */
  final class Walk {
    private final Position start;
    private final double[] centre;
    private final PriorityQueue<Step> steps =
        new PriorityQueue<>(Comparator.comparingDouble(Step::atLeast));
    private final PriorityQueue<Reached<T>> reached =
        new PriorityQueue<>(Comparator.comparingDouble(Reached::kilometres));

    private Walk(Position start) {
      this.start = start;
      this.centre = point(start);
      push(new Step(0, 0, tree.length, 0));
    }

    /** Whether there is another. */
    boolean hasNext() {
      return !reached.isEmpty() || !steps.isEmpty();
    }

    /** The next nearest. */
    Reached<T> next() {
      while (!steps.isEmpty()
          && (reached.isEmpty()
              || kilometres(steps.peek().atLeast()) <= reached.peek().kilometres() + SLACK_KM)) {
        open(steps.poll());
      }
      return reached.remove();
    }

    private void open(Step step) {
      int middle = (step.low() + step.high()) >>> 1;
      var located = things.get(tree[middle]);
      reached.add(
          new Reached<>(
              located.thing(), located.position(), start.kilometresTo(located.position())));
      int axis = step.depth() % 3;
      double plane = centre[axis] - points[tree[middle]][axis];
      double across = Math.max(step.atLeast(), plane * plane);
      int deeper = step.depth() + 1;
      push(new Step(plane < 0 ? step.atLeast() : across, step.low(), middle, deeper));
      push(new Step(plane < 0 ? across : step.atLeast(), middle + 1, step.high(), deeper));
    }

    private void push(Step step) {
      if (step.low() < step.high()) {
        steps.add(step);
      }
    }
  }

  /** A chord of the unit sphere, squared, as the distance along the ground. */
  private static double kilometres(double chordSquared) {
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chordSquared) / 2));
  }

  private void build(Integer[] order, int low, int high, int depth) {
    if (high - low > 1) {
      int axis = depth % 3;
      Arrays.sort(order, low, high, Comparator.comparingDouble(i -> points[i][axis]));
      int middle = (low + high) >>> 1;
      build(order, low, middle, depth + 1);
      build(order, middle + 1, high, depth + 1);
    }
  }

  private static double[] point(Position position) {
    double latitude = Math.toRadians(position.latitude());
    double longitude = Math.toRadians(position.longitude());
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }
}

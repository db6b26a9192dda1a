package org.escale.store.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.escale.word.TimeSlot;

/**
 * Times that may overlap, each with a name: a tree sorted by start in which each branch knows its
 * last end, so that finding what overlaps does not look at the rest. It never changes: what is
 * added or taken away makes another one, which shares all but one path. The shape depends on the
 * names alone and is as flat as by chance: 20,000 times are some forty deep.
 */
final class Intervals {
  /** No times. */
  static final Intervals NONE = new Intervals(List.of());

  /** A time and what it is called. */
  record Named(TimeSlot slot, String name) implements Comparable<Named> {
    private static final Comparator<Named> ORDER =
        Comparator.comparing((Named named) -> named.slot().from())
            .thenComparing(named -> named.slot().to())
            .thenComparing(Named::name);

    @Override
    public int compareTo(Named other) {
      return ORDER.compare(this, other);
    }

    /** Who has the larger one stands above. */
    int height() {
      int mixed = hashCode() * 0x9E3779B9;
      return (mixed ^ mixed >>> 15) * 0x85EBCA6B;
    }
  }

  /** A branch; below it on the left is what is less, on the right what is more. */
  private record Branch(Named here, List<Branch> left, List<Branch> right, Instant lastEnd) {
    static Branch of(Named here, List<Branch> left, List<Branch> right) {
      var last = here.slot().to();
      for (var below : List.of(left, right)) {
        if (!below.isEmpty() && below.get(0).lastEnd().isAfter(last)) {
          last = below.get(0).lastEnd();
        }
      }
      return new Branch(here, left, right, last);
    }
  }

  /** One branch, or none. */
  private final List<Branch> root;

  private Intervals(List<Branch> root) {
    this.root = root;
  }

  boolean isEmpty() {
    return root.isEmpty();
  }

  /** How deep it is: what one look costs at most, beside what it finds. */
  int depth() {
    return depth(root);
  }

  private static int depth(List<Branch> among) {
    return among.stream()
        .mapToInt(branch -> 1 + Math.max(depth(branch.left()), depth(branch.right())))
        .sum();
  }

  /** With that one; once, however often it is added. */
  Intervals with(Named named) {
    var apart = without(named);
    return new Intervals(put(apart.root, named));
  }

  /** Without that one, if it is there. */
  Intervals without(Named named) {
    return new Intervals(removed(root, named));
  }

  /** What overlaps {@code slot}, in order of the start. */
  List<TimeSlot> overlapping(TimeSlot slot) {
    var found = new ArrayList<TimeSlot>();
    find(root, slot, found);
    return found;
  }

  /** Whether anything overlaps {@code slot}. */
  boolean busy(TimeSlot slot) {
    var among = root;
    while (!among.isEmpty()) {
      var branch = among.get(0);
      if (branch.here().slot().overlaps(slot)) {
        return true;
      }
      // where something on the left ends after the slot begins, either it overlaps or it begins
      // after the slot, and so does all on the right
      var left = branch.left();
      var reaches = !left.isEmpty() && left.get(0).lastEnd().isAfter(slot.from());
      among = reaches ? left : branch.right();
    }
    return false;
  }

  private static void find(List<Branch> among, TimeSlot slot, List<TimeSlot> found) {
    if (among.isEmpty() || !among.get(0).lastEnd().isAfter(slot.from())) {
      return;
    }
    var branch = among.get(0);
    find(branch.left(), slot, found);
    if (branch.here().slot().overlaps(slot)) {
      found.add(branch.here().slot());
    }
    if (branch.here().slot().from().isBefore(slot.to())) {
      find(branch.right(), slot, found);
    }
  }

  private static List<Branch> put(List<Branch> among, Named named) {
    if (among.isEmpty() || above(named, among.get(0).here())) {
      return List.of(Branch.of(named, less(among, named), more(among, named)));
    }
    var branch = among.get(0);
    var isLess = named.compareTo(branch.here()) < 0;
    return List.of(
        isLess
            ? Branch.of(branch.here(), put(branch.left(), named), branch.right())
            : Branch.of(branch.here(), branch.left(), put(branch.right(), named)));
  }

  private static List<Branch> less(List<Branch> among, Named than) {
    if (among.isEmpty()) {
      return among;
    }
    var branch = among.get(0);
    return branch.here().compareTo(than) < 0
        ? List.of(Branch.of(branch.here(), branch.left(), less(branch.right(), than)))
        : less(branch.left(), than);
  }

  private static List<Branch> more(List<Branch> among, Named than) {
    if (among.isEmpty()) {
      return among;
    }
    var branch = among.get(0);
    return branch.here().compareTo(than) > 0
        ? List.of(Branch.of(branch.here(), more(branch.left(), than), branch.right()))
        : more(branch.right(), than);
  }

  private static List<Branch> removed(List<Branch> among, Named named) {
    if (among.isEmpty()) {
      return among;
    }
    var branch = among.get(0);
    int side = named.compareTo(branch.here());
    if (side == 0) {
      return joined(branch.left(), branch.right());
    }
    return List.of(
        side < 0
            ? Branch.of(branch.here(), removed(branch.left(), named), branch.right())
            : Branch.of(branch.here(), branch.left(), removed(branch.right(), named)));
  }

  /** Both, where all of {@code left} is less than all of {@code right}. */
  private static List<Branch> joined(List<Branch> left, List<Branch> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? right : left;
    }
    var one = left.get(0);
    var other = right.get(0);
    return List.of(
        above(one.here(), other.here())
            ? Branch.of(one.here(), one.left(), joined(one.right(), right))
            : Branch.of(other.here(), joined(left, other.left()), other.right()));
  }

  private static boolean above(Named one, Named other) {
    return one.height() > other.height();
  }
}

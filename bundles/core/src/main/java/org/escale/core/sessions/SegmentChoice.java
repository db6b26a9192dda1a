package org.escale.core.sessions;

import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.escale.client.Pseudonym;

/** Chooses a company's channel in a centre among the free ones, the same one where it can. Pure. */
final class SegmentChoice {
  /** The first VLAN number that is given; 1 is what gear comes with. */
  static final int FIRST = 2;

  /** The last VLAN number there is. */
  static final int LAST = 4094;

  private static final int COUNT = LAST - FIRST + 1;

  private static final int RESERVE = 64;

  private SegmentChoice() {}

  /** Whether so few numbers are free that one may soon have to change hands. */
  static boolean scarce(int given) {
    return given > COUNT - RESERVE;
  }

  /** A number that is not taken; empty when all 4093 are. */
  static OptionalInt free(Pseudonym company, Set<Integer> taken) {
    int start = Math.floorMod(company.value().hashCode(), COUNT);
    return IntStream.range(0, COUNT)
        .map(i -> FIRST + (start + i) % COUNT)
        .filter(number -> !taken.contains(number))
        .findFirst();
  }
}

package org.escale.core.booking;

import org.escale.federation.Space;
import org.escale.federation.TruthMode;

/** Which spaces our own calendar decides on; the others wait for their centre's adapter. Pure. */
final class BookableHere {
  private BookableHere() {}

  static boolean is(Space space) {
    return space.truth() == TruthMode.FEDERATION || space.truth() == TruthMode.ALLOTMENT;
  }
}

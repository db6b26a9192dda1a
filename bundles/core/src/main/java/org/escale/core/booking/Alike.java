package org.escale.core.booking;

import java.util.Map;
import java.util.Set;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;

/** What spaces of one centre have in common when they differ in nothing but name: one price. */
record Alike(SpaceKind kind, int seats, Map<String, Integer> layouts, Set<String> features) {
  static Alike of(Space space) {
    return new Alike(space.kind(), space.seats(), space.layouts(), space.features());
  }
}

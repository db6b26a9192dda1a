package org.escale.tck.centre;

import java.util.Set;
import org.escale.spi.centre.SpaceRef;

/** The people of a centre at their own system, played by software other than the adapter. */
public interface Staff {
  /** The shapes that this system knows. */
  Set<StaffEvent.Shape> shapes();

  /** Writes an event, over the one of the same name if there is one. */
  void write(SpaceRef space, StaffEvent event) throws Exception;

  /**
   * Takes the event of that name away; {@link org.escale.spi.centre.Key#uid()} names one of ours.
   */
  void remove(SpaceRef space, String name) throws Exception;

  /** All that stands there, as staff can read it. */
  String reads(SpaceRef space) throws Exception;
}

package org.escale.spi.billing;

import java.util.List;
import java.util.Optional;
import org.escale.client.Pass;
import org.escale.federation.Centre;
import org.escale.federation.Extra;
import org.escale.federation.Space;
import org.escale.word.TimeSlot;

/**
 * What is offered to a guest.
 *
 * @param space what it is counts, never its id or name
 * @param stars the most stars the centre holds
 * @param extras what the centre offers beside the space
 * @param pass the guest's pass of this network that is valid then, if any
 */
public record Offer(
    Centre centre, Space space, int stars, TimeSlot slot, List<Extra> extras, Optional<Pass> pass) {
  /** Copies the extras. */
  public Offer {
    extras = List.copyOf(extras);
  }
}

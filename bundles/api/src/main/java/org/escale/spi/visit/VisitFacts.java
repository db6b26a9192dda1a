package org.escale.spi.visit;

import java.time.Instant;
import java.util.Optional;
import org.escale.terms.Terms;

/**
 * What is known of a visit.
 *
 * @param startedAt effective check-in
 * @param spaceUntil end of the space's time
 * @param closesAt when the centre closes
 * @param lastSeen last sign of life from the gateway; empty where none ever came
 * @param stopped when the gateway reported the session's end
 * @param checkedOut when somebody checked out
 * @param terms what was sealed
 */
public record VisitFacts(
    Instant startedAt,
    Instant spaceUntil,
    Instant closesAt,
    Optional<Instant> lastSeen,
    Optional<Instant> stopped,
    Optional<Instant> checkedOut,
    Terms terms) {}

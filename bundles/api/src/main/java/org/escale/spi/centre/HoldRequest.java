package org.escale.spi.centre;

import java.time.Instant;
import org.escale.word.TimeSlot;

/**
 * A place that is asked for.
 *
 * @param until when the hold may be taken away by whoever finds it
 * @param label what the centre's staff reads there; no name of a person
 */
public record HoldRequest(SpaceRef space, Key key, TimeSlot slot, Instant until, String label) {}

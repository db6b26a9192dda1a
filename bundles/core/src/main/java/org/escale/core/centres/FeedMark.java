package org.escale.core.centres;

import java.time.Instant;
import java.util.Optional;
import org.escale.spi.centre.Cursor;

/**
 * How far a feed was read.
 *
 * @param asOf when it was read last
 * @param compared when everything was compared last
 */
record FeedMark(Optional<Cursor> cursor, Instant asOf, Instant compared) {}

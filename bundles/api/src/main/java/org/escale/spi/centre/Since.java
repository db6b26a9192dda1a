package org.escale.spi.centre;

import java.util.Optional;
import org.escale.word.TimeSlot;

/**
 * From where on changes are wanted.
 *
 * @param cursor where the last page ended; empty for all
 * @param within the window in which entries matter
 * @param limit at most so many entries on a page, from 1
 */
public record Since(Optional<Cursor> cursor, TimeSlot within, int limit) {}

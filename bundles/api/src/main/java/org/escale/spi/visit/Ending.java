package org.escale.spi.visit;

import java.time.Instant;
import org.escale.presence.Closing.By;

/**
 * An end.
 *
 * @param due when it takes effect: the session is cut then
 * @param billed until when time is billed
 * @param by what ends it
 * @param text key of the sentence for the member
 */
public record Ending(Instant due, Instant billed, By by, String text) {}

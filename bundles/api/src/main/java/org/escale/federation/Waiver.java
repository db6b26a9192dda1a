package org.escale.federation;

import java.time.Instant;

/** A criterion is set aside until a date, by somebody, for a reason. */
public record Waiver(String criterion, Instant until, String author, Instant at, String reason) {}

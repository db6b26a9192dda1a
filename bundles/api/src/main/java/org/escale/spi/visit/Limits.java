package org.escale.spi.visit;

import java.time.Duration;

/** Limits of a visit, as {@link org.escale.terms.Terms} seals them. */
public record Limits(
    Duration cancelUntil, Duration noShowAfter, Duration grace, Duration longestVisit) {}

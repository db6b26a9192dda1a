package org.escale.rest.booking;

import java.util.Optional;

/** Another time for a booking; what is left out stays as it is. */
public record BookingMove(
    Optional<String> from,
    Optional<String> to,
    Optional<String> fromLocal,
    Optional<String> toLocal) {}

package org.escale.core.booking;

import java.util.Optional;
import org.escale.client.EntitlementId;
import org.escale.core.rights.Place;
import org.escale.core.rights.Way;
import org.escale.federation.Space;
import org.escale.word.TimeSlot;

/** What an agreement is about. */
public record Deal(
    Place place, Way way, Space space, TimeSlot slot, Optional<EntitlementId> entitlement) {}

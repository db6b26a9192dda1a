package org.escale.spi.gateway;

import java.time.Instant;
import org.escale.access.GrantId;

/** A session alive at a gateway. */
public record LiveSession(GrantId grant, Instant since, Instant lastSeen) {}

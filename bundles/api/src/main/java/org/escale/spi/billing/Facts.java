package org.escale.spi.billing;

import java.util.Optional;
import org.escale.billing.UsageRecord;
import org.escale.client.Pass;

/**
 * What rating may look at: the record with all that was sealed in it, and the pass that it names.
 *
 * @param record of its space the kind counts, never the id, nor what {@code of} says of a space
 */
public record Facts(UsageRecord record, Optional<Pass> pass) {}

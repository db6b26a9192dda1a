package org.escale.core.billing;

import org.escale.billing.Charge;
import org.escale.billing.UsageRecord;

/**
 * A charge with the record it rates and what the invoice says of them.
 *
 * @param costCentre the employer's own grouping of the person; may be empty
 * @param place the centre's name; empty on what has no place
 */
record Item(Charge charge, UsageRecord record, String costCentre, String place) {}

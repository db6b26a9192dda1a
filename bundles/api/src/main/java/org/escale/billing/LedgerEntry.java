package org.escale.billing;

import org.escale.money.Money;

/**
 * One side of a transaction: so much onto (positive) or off (negative) an account such as {@code
 * receivable:x}.
 */
public record LedgerEntry(String account, Money amount) {}

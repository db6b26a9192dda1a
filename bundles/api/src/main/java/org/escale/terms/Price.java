package org.escale.terms;

import org.escale.money.Money;

/**
 * What one unit of something costs the company: {@code hour} of a desk, {@code page} of a
 * photocopy.
 */
public record Price(String of, String unit, Money each) {}

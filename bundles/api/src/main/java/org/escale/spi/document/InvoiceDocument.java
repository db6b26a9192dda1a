package org.escale.spi.document;

import java.util.Locale;
import org.escale.billing.Invoice;

/** An invoice with the names that stand on it, in the buyer's language (fr, nl, en). */
public record InvoiceDocument(
    Invoice invoice, String sellerName, String buyerName, Locale language) {}

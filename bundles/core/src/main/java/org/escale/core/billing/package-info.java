/** From usage records to charges, invoices, payouts and the ledger. */
package org.escale.core.billing;

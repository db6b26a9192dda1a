/** Quotes, runs, invoices, payouts, ledger. */
package org.escale.rest.billing;

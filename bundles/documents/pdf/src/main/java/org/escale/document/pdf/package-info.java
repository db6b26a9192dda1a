/** Invoices as well-set PDF documents. */
package org.escale.document.pdf;

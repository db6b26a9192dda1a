package org.escale.spi.document;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns an invoice into a document.
 *
 * <ol>
 *   <li>DO1 Pure: the same document gives the same bytes.
 *   <li>DO2 Every amount in it is one of the invoice's; it adds nothing up by itself.
 * </ol>
 */
@ConsumerType
public interface InvoiceRenderer {
  /** The media type it makes: {@code application/pdf}. */
  String mediaType();

  /** The document. */
  byte[] render(InvoiceDocument invoice);
}

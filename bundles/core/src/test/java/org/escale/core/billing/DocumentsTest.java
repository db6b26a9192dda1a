package org.escale.core.billing;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertArrayEquals;

import java.util.Locale;
import java.util.Optional;
import org.escale.core.plugins.Gates;
import org.escale.core.plugins.Quarantine;
import org.escale.refusal.RefusalCode;
import org.escale.spi.document.InvoiceDocument;
import org.escale.spi.document.InvoiceRenderer;
import org.escale.tck.store.Samples;
import org.junit.After;
import org.junit.Test;

/** What makes documents, and what fails to (law E3). */
public final class DocumentsTest {
  private static final InvoiceDocument INVOICE =
      new InvoiceDocument(
          new Samples().invoice("i", "acme", Samples.MONDAY), "Acme", "Buyer", Locale.ENGLISH);

  private final Gates gates = new Gates(new Quarantine(Optional.empty()));
  private final Documents documents = new Documents(gates);

  /** Makes what it is told to make. */
  private record Good() implements InvoiceRenderer {
    @Override
    public String mediaType() {
      return "text/plain";
    }

    @Override
    public byte[] render(InvoiceDocument invoice) {
      return new byte[] {1};
    }
  }

  private record Empty() implements InvoiceRenderer {
    @Override
    public String mediaType() {
      return "text/empty";
    }

    @Override
    public byte[] render(InvoiceDocument invoice) {
      return new byte[0];
    }
  }

  private record Throwing(boolean always) implements InvoiceRenderer {
    @Override
    public String mediaType() {
      if (always) {
        throw new IllegalStateException("nothing works");
      }
      return "text/throwing";
    }

    @Override
    public byte[] render(InvoiceDocument invoice) {
      throw new LinkageError("a class is missing");
    }
  }

  @After
  public void close() {
    gates.close();
  }

  @Test
  public void e3_whatFailsCostsItsOwnDocumentsOnly() {
    documents.addRenderer(new Throwing(true));
    documents.addRenderer(new Throwing(false));
    documents.addRenderer(new Empty());
    var good = new Good();
    documents.addRenderer(good);
    refused(RefusalCode.TEMPORARILY_UNAVAILABLE, documents.made(INVOICE, "text/throwing"));
    refused(RefusalCode.TEMPORARILY_UNAVAILABLE, documents.made(INVOICE, "text/empty"));
    refused(RefusalCode.NOT_FOUND, documents.made(INVOICE, "text/unheard-of"));
    assertArrayEquals(new byte[] {1}, done(documents.made(INVOICE, "text/plain")));
    documents.removeRenderer(good);
    refused(RefusalCode.NOT_FOUND, documents.made(INVOICE, "text/plain"));
  }
}

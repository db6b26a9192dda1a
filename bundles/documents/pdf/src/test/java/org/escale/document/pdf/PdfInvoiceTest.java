package org.escale.document.pdf;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.escale.spi.document.InvoiceRenderer;
import org.escale.tck.document.InvoiceRendererContract;
import org.junit.Test;

public class PdfInvoiceTest extends InvoiceRendererContract {
  @Override
  protected InvoiceRenderer make() {
    return new PdfInvoice();
  }

  @Override
  protected String text(byte[] document) {
    try (var pdf = Loader.loadPDF(document)) {
      return new PDFTextStripper().getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  public void r101_itIsTaggedAndMarkedProFormaInEachLanguage() throws IOException {
    for (var sample : Samples.all()) {
      var bytes = subject().render(sample);
      assertTrue(text(bytes).contains("PRO FORMA"));
      try (var pdf = Loader.loadPDF(bytes)) {
        assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
        assertTrue(
            pdf.getDocumentCatalog().getLanguage().startsWith(sample.language().getLanguage()));
      }
    }
  }
}

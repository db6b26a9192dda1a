package org.escale.document.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.escale.spi.document.InvoiceDocument;
import org.escale.spi.document.InvoiceRenderer;
import org.osgi.service.component.annotations.Component;

/** Sets an invoice on A4 pages that screen readers can read too, in the buyer's language. */
@Component(service = InvoiceRenderer.class)
public final class PdfInvoice implements InvoiceRenderer {
  private static final int BOLD = 700;
  private static final int NORMAL = 400;

  private final Template template;

  /** Reads the template once. */
  public PdfInvoice() {
    try (var reader = new InputStreamReader(resource("invoice.html"), StandardCharsets.UTF_8)) {
      template = Mustache.compiler().compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }

  @Override
  public byte[] render(InvoiceDocument invoice) {
    var builder = new PdfRendererBuilder();
    font(builder, "DejaVuSansCondensed.ttf", NORMAL);
    font(builder, "DejaVuSansCondensed-Bold.ttf", BOLD);
    builder.usePdfUaAccessibility(true);
    builder.withHtmlContent(template.execute(InvoiceTexts.of(invoice)), null);
    var out = new ByteArrayOutputStream();
    try (var renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      var pdf = renderer.getPdfDocument();
      fix(pdf, invoice);
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Name and dates come from the invoice, not from the moment, so the bytes are always the same.
   */
  private static void fix(PDDocument pdf, InvoiceDocument invoice) {
    pdf.setDocumentId((long) invoice.invoice().id().value().hashCode());
    var issued = calendar(invoice.invoice().issuedAt());
    pdf.getDocumentInformation().setCreationDate(issued);
    pdf.getDocumentInformation().setModificationDate(issued);
  }

  private static GregorianCalendar calendar(Instant instant) {
    return GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
  }

  private static void font(PdfRendererBuilder builder, String file, int weight) {
    builder.useFont(() -> resource(file), "DejaVu", weight, FontStyle.NORMAL, true);
  }

  private static InputStream resource(String name) {
    return PdfInvoice.class.getResourceAsStream(name);
  }
}

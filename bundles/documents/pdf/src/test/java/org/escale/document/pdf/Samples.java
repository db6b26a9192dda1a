package org.escale.document.pdf;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.escale.billing.Invoice;
import org.escale.billing.Invoice.Line;
import org.escale.billing.InvoiceId;
import org.escale.client.CompanyId;
import org.escale.client.Pseudonym;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.spi.document.InvoiceDocument;

/** Invoices as they come; the main method writes them into a folder, to be looked at. */
final class Samples {
  private static final List<String> PLACES =
      List.of("Axis Parc", "Coworking Namur", "La Lanterne", "Crystal Hub", "Negundo");

  private Samples() {}

  public static void main(String[] args) throws IOException {
    for (var sample : all()) {
      var file = Path.of(args[0], "invoice-" + sample.language() + ".pdf");
      Files.write(file, new PdfInvoice().render(sample));
    }
  }

  static List<InvoiceDocument> all() {
    return List.of(sample("fr", "bureau", 34), sample("nl", "bureau", 9), sample("en", "desk", 5));
  }

  private static InvoiceDocument sample(String language, String desk, int count) {
    var lines = new ArrayList<Line>();
    var total = Money.ZERO;
    for (int n = 1; n <= count; n++) {
      var hours = new BigDecimal("2.25").multiply(BigDecimal.valueOf(n));
      var amount = Money.euro("4.50").times(hours);
      var text = desk + ", " + PLACES.get(n % PLACES.size());
      var group = n % 3 == 0 ? "sales" : "engineering";
      lines.add(new Line(n, text, group, hours, "hour", amount, List.of()));
      total = total.plus(amount);
    }
    var invoice =
        new Invoice(
            new InvoiceId("inv-" + language),
            "network-2027-0042",
            new NetworkId("network"),
            new CompanyId("atlas"),
            new Pseudonym("k-1"),
            YearMonth.of(2027, 2),
            lines,
            total,
            Instant.parse("2027-03-01T06:00:00Z"));
    return new InvoiceDocument(
        invoice, "Réseau Exemple", "Atlas Ingénierie SA", Locale.forLanguageTag(language));
  }
}

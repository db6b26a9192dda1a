package org.escale.tck.document;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escale.billing.Invoice;
import org.escale.billing.Invoice.Line;
import org.escale.billing.InvoiceId;
import org.escale.client.CompanyId;
import org.escale.client.Pseudonym;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.spi.document.InvoiceDocument;
import org.escale.spi.document.InvoiceRenderer;
import org.escale.tck.OnceMade;
import org.junit.Test;

/** The rules DO1 and DO2 of {@link InvoiceRenderer}. */
public abstract class InvoiceRendererContract extends OnceMade<InvoiceRenderer> {
  private static final Pattern AMOUNT =
      Pattern.compile("(?<![\\d.,])\\d{1,3}(?:[.,\u00a0\u202f ]?\\d{3})*[.,]\\d{2}(?![\\d])");

  /** The text that a reader of the document sees. */
  protected abstract String text(byte[] document);

  @Test
  public void do1_theSameInvoiceGivesTheSameBytes() {
    for (var language : List.of("fr", "nl", "en")) {
      var first = subject().render(sample(language, 90));
      subject().render(sample("en", 3));
      assertArrayEquals(language, first, subject().render(sample(language, 90)));
    }
  }

  @Test
  public void do2_everyAmountIsOneOfTheInvoicesAndNoneIsMissing() {
    for (var language : List.of("fr", "nl", "en")) {
      var document = sample(language, 90);
      var shown = amounts(text(subject().render(document)));
      assertEquals(language, known(document.invoice()), shown);
    }
  }

  @Test
  public void itNamesItsMediaType() {
    assertTrue(subject().mediaType().matches("[a-z]+/[a-z0-9.+-]+"));
  }

  private static Set<BigDecimal> known(Invoice invoice) {
    return Stream.concat(invoice.lines().stream().map(Line::amount), Stream.of(invoice.total()))
        .map(Money::amount)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<BigDecimal> amounts(String text) {
    return AMOUNT
        .matcher(text)
        .results()
        .map(found -> found.group().replaceAll("[^\\d]", ""))
        .map(digits -> new BigDecimal(digits).movePointLeft(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** An invoice whose total is not the sum of its lines: whoever adds up shows it. */
  private static InvoiceDocument sample(String language, int lines) {
    var list = IntStream.rangeClosed(1, lines).mapToObj(InvoiceRendererContract::line).toList();
    var invoice =
        new Invoice(
            new InvoiceId("inv-1"),
            "sample-2027-0001",
            new NetworkId("sample"),
            new CompanyId("acme"),
            new Pseudonym("k-1"),
            YearMonth.of(2027, 2),
            list,
            Money.euro("1234567.89"),
            Instant.parse("2027-03-01T06:00:00Z"));
    return new InvoiceDocument(
        invoice, "Sample Network", "Acme & Söhne <Liège>", Locale.forLanguageTag(language));
  }

  private static Line line(int n) {
    var amount = Money.rounded(new BigDecimal(n).multiply(new BigDecimal("37.31")), Money.EUR);
    var quantity = BigDecimal.valueOf(n);
    return new Line(n, "Desk, centre " + n, "engineering", quantity, "hour", amount, List.of());
  }
}

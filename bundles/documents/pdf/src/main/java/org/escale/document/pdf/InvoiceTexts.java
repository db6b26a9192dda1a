package org.escale.document.pdf;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.escale.billing.Invoice.Line;
import org.escale.money.Money;
import org.escale.spi.document.InvoiceDocument;

/** What stands where on the page, in the words and figures of one language. */
final class InvoiceTexts {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle texts;
  private final Locale locale;

  private InvoiceTexts(Locale locale) {
    this.locale = locale;
    var loader = InvoiceTexts.class.getClassLoader();
    var name = InvoiceTexts.class.getPackageName() + ".texts";
    this.texts = ResourceBundle.getBundle(name, locale, loader, NO_DEFAULT_LOCALE);
  }

  /** Everything that the template asks for. */
  static Map<String, Object> of(InvoiceDocument document) {
    return new InvoiceTexts(document.language()).fields(document);
  }

  private Map<String, Object> fields(InvoiceDocument document) {
    var invoice = document.invoice();
    var fields = new HashMap<String, Object>();
    for (var name : texts.keySet()) {
      fields.put(name, texts.getString(name));
      fields.put(
          "label" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
          texts.getString(name));
    }
    fields.put("language", locale.getLanguage());
    fields.put("seller", document.sellerName());
    fields.put("buyer", document.buyerName());
    fields.put("number", invoice.number());
    fields.put("period", date("MMMM uuuu").format(invoice.period().atDay(1)));
    fields.put("issued", date("d MMMM uuuu").format(invoice.issuedAt().atZone(BRUSSELS)));
    fields.put("lines", invoice.lines().stream().map(this::line).toList());
    fields.put("total", money(invoice.total()));
    return fields;
  }

  private Map<String, Object> line(Line line) {
    var key = "unit." + line.unit();
    return Map.of(
        "n", line.n(),
        "text", line.text(),
        "costCentre", line.costCentre(),
        "quantity", number(line.quantity(), "#,##0.####"),
        "unit", texts.containsKey(key) ? texts.getString(key) : line.unit(),
        "amount", money(line.amount()));
  }

  private String money(Money money) {
    var amount = number(money.amount(), "#,##0.00");
    var symbol = money.currency().getSymbol(Locale.FRANCE);
    return locale.getLanguage().equals("en")
        ? symbol + "\u00a0" + amount
        : amount + "\u00a0" + symbol;
  }

  private String number(BigDecimal number, String pattern) {
    var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    var language = locale.getLanguage();
    symbols.setDecimalSeparator(language.equals("en") ? '.' : ',');
    symbols.setGroupingSeparator(
        language.equals("en") ? ',' : language.equals("nl") ? '.' : '\u00a0');
    return new DecimalFormat(pattern, symbols).format(number);
  }

  private DateTimeFormatter date(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }
}

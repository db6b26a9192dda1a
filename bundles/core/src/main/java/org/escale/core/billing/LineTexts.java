package org.escale.core.billing;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.escale.billing.UsageRecord.Kind;

/** What an invoice line says, in the buyer's language: French, Dutch or English. */
final class LineTexts {
  private static final String BUNDLE = "org.escale.core.billing.lines";
  private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private LineTexts() {}

  /** One line; {@code of} as in the record where the texts have no word for it. */
  static String of(Kind kind, String of, String place, Locale locale) {
    var texts =
        ResourceBundle.getBundle(
            BUNDLE, locale, LineTexts.class.getClassLoader(), NO_DEFAULT_LOCALE);
    var thing = texts.containsKey(of) ? texts.getString(of) : of;
    return new MessageFormat(texts.getString(kind.name()), locale)
        .format(new Object[] {thing, place});
  }
}

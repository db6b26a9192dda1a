package org.escale.federation;

import java.util.Locale;
import java.util.ResourceBundle;

/** What each truth mode guarantees, in a sentence: French, Dutch, English (the fallback). */
public final class Guarantees {
  private static final String BUNDLE = "org.escale.federation.guarantees";
  private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Guarantees() {}

  /** The sentence in the language of {@code locale}; English where we do not speak it. */
  public static String of(TruthMode mode, Locale locale) {
    return ResourceBundle.getBundle(
            BUNDLE, locale, Guarantees.class.getClassLoader(), NO_DEFAULT_LOCALE)
        .getString(mode.name());
  }
}

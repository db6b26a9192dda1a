package org.escale.refusal;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentence for a person behind each refusal, in French, Dutch and English (the fallback). */
public final class Texts {
  private static final String BUNDLE = "org.escale.refusal.texts";
  private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Texts() {}

  /**
   * The sentence for {@code code} in the language of {@code locale}; English where we do not speak
   * it.
   */
  public static String of(RefusalCode code, Locale locale) {
    var texts =
        ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), NO_DEFAULT_LOCALE);
    try {
      return texts.getString(code.name());
    } catch (MissingResourceException e) {
      return code.name();
    }
  }
}

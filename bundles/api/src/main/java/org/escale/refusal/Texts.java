package org.escale.refusal;

import java.util.Locale;
import java.util.Map;
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
    var texts = bundle(locale);
    try {
      return texts.getString(code.name());
    } catch (MissingResourceException e) {
      return code.name();
    }
  }

  /**
   * The sentence for that refusal: one of its own for a detail ({@code CODE.detail} among the
   * texts, the details' values in it by their names), else that of its code.
   */
  public static String of(Refusal refusal, Locale locale) {
    var texts = bundle(locale);
    return refusal.details().keySet().stream()
        .sorted()
        .map(detail -> refusal.code().name() + "." + detail)
        .filter(texts::containsKey)
        .findFirst()
        .map(key -> filled(texts.getString(key), refusal.details()))
        .orElseGet(() -> of(refusal.code(), locale));
  }

  private static String filled(String text, Map<String, String> details) {
    var filled = text;
    for (var detail : details.entrySet()) {
      filled = filled.replace("{" + detail.getKey() + "}", detail.getValue());
    }
    return filled;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE, locale, Texts.class.getClassLoader(), NO_DEFAULT_LOCALE);
  }
}

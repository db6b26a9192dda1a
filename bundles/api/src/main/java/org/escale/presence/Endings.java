package org.escale.presence;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Says in words what ended a visit, in French, Dutch and English (the fallback). */
public final class Endings {
  private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Endings() {}

  /** The sentence for that end in that language. */
  public static String text(Closing closing, Locale language) {
    var texts =
        ResourceBundle.getBundle(
            "org.escale.presence.endings",
            language,
            Endings.class.getClassLoader(),
            NO_DEFAULT_LOCALE);
    try {
      return texts.getString(closing.by().name());
    } catch (MissingResourceException e) {
      return closing.by().name();
    }
  }
}

package org.escale.rest.presence;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.escale.presence.Closing;

/** Says in words what ended a visit. */
final class Endings {
  private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Endings() {}

  /** The sentence for that end in that language. */
  static String text(Closing closing, Locale language) {
    var texts =
        ResourceBundle.getBundle(
            "org.escale.rest.presence.endings",
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

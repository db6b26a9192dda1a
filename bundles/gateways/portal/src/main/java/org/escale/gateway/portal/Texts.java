package org.escale.gateway.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What the portal says, in the languages of its people. Immutable. */
final class Texts {
  /** The languages there are; the first where nobody asks for one. */
  static final List<String> LANGUAGES = List.of("fr", "nl", "en");

  private final Map<String, Map<String, String>> all = new HashMap<>();

  Texts() {
    for (var language : LANGUAGES) {
      all.put(language, read(language));
    }
  }

  /** All texts of a language that there is. */
  Map<String, String> in(String language) {
    return all.get(language);
  }

  /** The language of the address, else the first of the browser's that there is. */
  static String language(Ask ask) {
    var chosen = ask.query().getOrDefault("lang", "");
    if (LANGUAGES.contains(chosen)) {
      return chosen;
    }
    for (var range : ask.from().languages().toLowerCase(Locale.ROOT).split(",", 10)) {
      var primary = range.strip().replaceFirst("[-;].*", "");
      if (LANGUAGES.contains(primary)) {
        return primary;
      }
    }
    return LANGUAGES.get(0);
  }

  /** A file beside this class. */
  static String file(String name) {
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(String language) {
    var file = Texts.class.getResourceAsStream("texts_" + language + ".properties");
    try (var in = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      var texts = new Properties();
      texts.load(in);
      var copy = new HashMap<String, String>();
      texts.forEach((key, text) -> copy.put(key.toString(), text.toString()));
      return Map.copyOf(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

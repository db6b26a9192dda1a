package org.escale.federation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A brand with terms, labels and billing rules.
 *
 * @param id short lower-case name, also the first part of its rule references
 * @param name as people say it
 * @param about one sentence by language (fr, nl, en)
 * @param colour its colour on maps and charts, {@code #rrggbb}
 */
public record Network(NetworkId id, String name, Map<String, String> about, String colour)
    implements Word {
  /** Copies the texts. */
  public Network {
    about = Map.copyOf(about);
  }

  /** The sentence in that language, else in English, else empty. */
  public String about(Locale locale) {
    return about.getOrDefault(locale.getLanguage(), about.getOrDefault("en", ""));
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.EVERYONE);
  }
}

package org.escale.libraries.link;

import java.util.List;
import java.util.Optional;
import org.escale.spi.centre.Key;

/**
 * What we write into the one text of an entry where a system takes no key of ours and knows nothing
 * tentative: {@code Escale b1 | b1@here.escale | held}.
 */
public record Inscription(String label, Key key, boolean held) {
  private static final String PART = " | ";
  private static final String HELD = "held";

  /** Empty if it is not one of ours. */
  public static Optional<Inscription> of(String text) {
    var parts = List.of(text.split(" \\| ", -1));
    var held = parts.size() == 3 && parts.get(2).equals(HELD);
    return parts.size() == 2 || held
        ? Key.of(parts.get(1)).map(key -> new Inscription(parts.get(0), key, held))
        : Optional.empty();
  }

  /** As it stands there. */
  public String text() {
    return label + PART + key.uid() + (held ? PART + HELD : "");
  }

  /** The same, firm. */
  public Inscription firm() {
    return new Inscription(label, key, false);
  }
}

package org.escale.caller;

import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * What somebody may see: the readers that this caller is. Every query takes one and holds it inside
 * the query (law E1).
 *
 * @param all the platform itself, at work for nobody; no door can make one of these for a caller
 */
public record Sight(boolean all, Set<Reader> as) {
  /** The platform at work. */
  public static final Sight PLATFORM = new Sight(true, Set.of());

  /** The public directory. */
  public static final Sight PUBLIC = new Sight(false, Set.of(Reader.EVERYONE));

  /** Copies the readers. */
  public Sight {
    as = Set.copyOf(as);
  }

  /** Whether {@code word} may be seen. */
  public boolean sees(Word word) {
    return all || word.readers().stream().anyMatch(as::contains);
  }
}

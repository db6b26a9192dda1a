package org.escale.core.commits;

import java.util.List;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Write;
import org.escale.word.Id;
import org.escale.word.Word;

/**
 * What a use case would write.
 *
 * @param answer id of the written word that is the answer
 * @param asked whether the client itself named a revision: then a change meanwhile is its answer,
 *     not a reason to try again
 */
public record Draft<W extends Word>(
    Class<W> kind, Id answer, List<Write> writes, List<Effect> effects, boolean asked) {
  /** Copies the lists. */
  public Draft {
    writes = List.copyOf(writes);
    effects = List.copyOf(effects);
  }

  /** Writes just this word, over that revision; 0 for a new one. */
  public static <W extends Word> Draft<W> of(W word, long revision) {
    @SuppressWarnings("unchecked") // the class of a word is the class under which it is kept
    var kind = (Class<W>) word.getClass();
    return new Draft<>(kind, word.id(), List.of(new Write.Put(word, revision)), List.of(), false);
  }

  /** The same, with more writes behind. */
  public Draft<W> also(List<? extends Write> more) {
    var all = new java.util.ArrayList<>(writes);
    all.addAll(more);
    return new Draft<>(kind, answer, all, effects, asked);
  }

  /** The same, with these effects. */
  public Draft<W> causing(List<Effect> caused) {
    return new Draft<>(kind, answer, writes, caused, asked);
  }

  /** The same, at a revision that the client named. */
  public Draft<W> atAskedRevision() {
    return new Draft<>(kind, answer, writes, effects, true);
  }
}

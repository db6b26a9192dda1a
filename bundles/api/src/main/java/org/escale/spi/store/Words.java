package org.escale.spi.store;

import java.util.Optional;
import org.escale.caller.Sight;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.Word;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads what is kept; safe for many threads.
 *
 * <ol>
 *   <li>WO1 A read begun after a commit returned shows it (B5).
 *   <li>WO2 What the sight does not see is not there: not in a list, not by its id (E1).
 *   <li>WO3 Following {@link Page#next} from 0 to its end returns every word that existed
 *       throughout, at least once.
 * </ol>
 *
 * Every method throws {@link StoreException} when the database cannot be read.
 */
@ProviderType
public interface Words {
  /** The word of that class and id, if it can be seen. */
  <W extends Word> Optional<Kept<W>> get(Class<W> kind, Id id, Sight sight);

  /** The words of that class that match and can be seen. */
  <W extends Word> Page<W> find(Class<W> kind, Query query, Sight sight);
}

package org.escale.spi.centre;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where a place is asked for in a centre's own system.
 *
 * <ol>
 *   <li>CD1 {@link #hold} under one key makes one entry, however often it is asked: a second try
 *       finds the first.
 *   <li>CD2 A request that left and got no answer is {@link DeskAnswer.Unknown}, never a failure;
 *       {@link #lookup} tells what became of it.
 *   <li>CD3 Entries that only touch are both held.
 *   <li>CD4 A held entry is tentative until {@link #confirm}, where the system knows the
 *       difference.
 *   <li>CD5 {@link #confirm} of what somebody changed or took away meanwhile is {@link
 *       DeskAnswer.Conflict}.
 *   <li>CD6 {@link #cancel} of what is gone is {@link DeskAnswer.Done}; nothing but the entry of
 *       that key is ever removed.
 *   <li>CD7 A system that claims {@code CENTRE_ATOMIC} never holds over an entry that exists.
 *   <li>CD8 What stands in the centre's calendar about us is the request's label and the key.
 *   <li>CD9 Two keys of one booking are two entries: a booking that moves is held at its new time
 *       before the old one is taken away. An adapter that looks whether a place is taken does not
 *       count entries of the same booking; a system that itself refuses what overlaps answers
 *       {@link DeskAnswer.Conflict} where the two times do, and the first entry stands.
 * </ol>
 */
@ConsumerType
public interface CentreDesk {
  /** Asks for a place, tentatively. */
  DeskAnswer hold(HoldRequest request);

  /** Makes a held place firm, if it is still as it was held. */
  DeskAnswer confirm(ForeignRef held);

  /** Gives a place back. */
  DeskAnswer cancel(ForeignRef held);

  /**
   * The entry of that key as it is now.
   *
   * @throws CentreException if the system cannot be asked
   */
  Optional<ForeignEntry> lookup(SpaceRef space, Key key) throws CentreException;
}

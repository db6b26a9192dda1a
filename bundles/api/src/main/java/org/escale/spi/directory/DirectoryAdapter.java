package org.escale.spi.directory;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads one kind of directory of another platform.
 *
 * <ol>
 *   <li>DA1 {@link #open} checks every setting and asks nothing of the outside; it returns a link,
 *       or throws, names the setting and leaves nothing open.
 *   <li>DA2 An id stays the same while name, mail, group or place of the entry change, and is never
 *       given to anybody else.
 *   <li>DA3 A reading is whole, within the limits of {@link Reading}, or not given at all: what
 *       cannot be read, or not in time, is a {@link DirectoryException}, never a shorter list.
 *       Where it is known that some are missing, {@link Reading#whole} is false: nobody is ended by
 *       that.
 *   <li>DA4 {@link DirectoryLink#changes} gives at least what changed since the cursor: at least
 *       once, in any order. Who left is among {@link Reading#gone}; where the other side cannot say
 *       who left, or no longer knows the cursor, it is empty: all is read.
 *   <li>DA5 No call takes longer than the deadline of its configuration and one second.
 *   <li>DA6 No name, address or id of anybody stands in an exception, a log or a {@code toString}.
 *   <li>DA7 Nothing is changed in the other platform.
 *   <li>DA8 A link is safe for many threads and keeps nothing that a restart would miss; {@link
 *       DirectoryLink#close()} ends its threads and sockets within 5 s and may be called twice.
 * </ol>
 */
@ConsumerType
public interface DirectoryAdapter {
  /** The kind of directory, as configuration names it: {@code ldap}. */
  String kind();

  /** What one has to tell it; a setting that is not here is refused. */
  List<Setting> settings();

  /**
   * Opens the link to one directory.
   *
   * @throws DirectoryException if a setting cannot work; names it
   */
  DirectoryLink open(DirectoryConfig config) throws DirectoryException;
}

package org.escale.spi.centre;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Speaks to one kind of system that centres already have.
 *
 * <ol>
 *   <li>CA1 {@link #open} checks every setting and asks nothing of the outside; it returns a link,
 *       or throws, names the setting and leaves nothing open.
 *   <li>CA2 {@link CentreLink#probe} measures on the system itself and changes nothing that stays;
 *       it never claims more than the contract test earns.
 *   <li>CA3 No call takes longer than the deadline of its configuration and one second.
 *   <li>CA4 Ids, times and "busy" leave the centre, and nothing else (A2): no summary, name or
 *       address stands in an answer, an exception or a log. An id that the centre's staff chose is
 *       given as its digest.
 *   <li>CA5 A link is safe for many threads and keeps nothing that a restart would miss.
 *   <li>CA6 {@link CentreLink#close()} ends its threads and sockets within 5 s and may be called
 *       twice.
 *   <li>CA7 {@link CentreLink#discover} lists all places that the account can reach, 500 at most,
 *       or none at all, and writes nothing. A place's own name is the one thing beside times that
 *       leaves the centre, for whoever connects it to recognise; what stands in it never does.
 * </ol>
 */
@ConsumerType
public interface CentreAdapter {
  /** The kind of system, as configuration names it: {@code caldav}. */
  String kind();

  /** What one has to tell it; a setting that is not here is refused. */
  List<Setting> settings();

  /**
   * Opens the link to one centre's system.
   *
   * @throws CentreException if a setting cannot work; names it
   */
  CentreLink open(CentreConfig config) throws CentreException;
}

package org.escale.tck.centre;

import java.util.List;
import org.escale.adapter.CentreEvent;

/**
 * The people of a centre who note what happens there, played by software other than the adapter.
 */
public interface EventStaff {
  /** Notes that, with a remark beside it that concerns nobody else. */
  void enters(CentreEvent event, String remark) throws Exception;

  /** Notes something that nobody can understand, under that key. */
  void scribbles(String key) throws Exception;

  /** Puts that right. */
  void putsRight(CentreEvent event) throws Exception;

  /**
   * The keys of all that the system was told, as staff can read it; one told twice stands twice.
   */
  List<String> reads() throws Exception;
}

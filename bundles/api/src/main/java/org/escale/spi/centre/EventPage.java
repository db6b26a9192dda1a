package org.escale.spi.centre;

import java.util.List;
import org.escale.adapter.CentreEvent;

/**
 * What a centre's staff entered.
 *
 * @param next the cursor to go on from
 * @param more whether there is another page already
 * @param reset the cursor is not known any more: begin without one; what comes twice does no harm
 * @param rejected how many could not be understood now
 */
public record EventPage(
    List<CentreEvent> events, Cursor next, boolean more, boolean reset, int rejected) {
  /** Copies the events. */
  public EventPage {
    events = List.copyOf(events);
  }

  /** Begin again. */
  public static EventPage again() {
    return new EventPage(List.of(), new Cursor(""), false, true, 0);
  }
}

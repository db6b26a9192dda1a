package org.escale.centre.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.CentreEvent;
import org.escale.libraries.link.Troubles;
import org.escale.spi.centre.CentreEvents;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.EventPage;

/**
 * What happens at the centre, both ways, through its service. One that does not serve this is told
 * apart from one that is silent, so that its calendar goes on. Safe for many threads.
 */
final class SoapEvents implements CentreEvents {
  private static final int PAGE = 1000;
  private static final int LONGEST_CURSOR = 3000;

  /** Who has so much to put right reads no more. */
  private static final int MOST_TOLD = 100;

  private final Centre centre;
  private volatile boolean answered;

  SoapEvents(Centre centre) {
    this.centre = centre;
  }

  /**
   * Whether the service tells and hears what happens.
   *
   * @throws CentreException if it does not answer at all
   */
  boolean served() throws CentreException {
    try {
      centre.call(Message.events(Optional.empty(), 1));
      answered = true;
      return true;
    } catch (LostException none) {
      if (none.said()) {
        return false;
      }
      throw none.trouble();
    }
  }

  @Override
  public EventPage pull(Optional<Cursor> since) throws CentreException {
    check();
    var fitting = since.filter(c -> !c.value().isEmpty() && c.value().length() <= LONGEST_CURSOR);
    if (since.isPresent() && fitting.isEmpty()) {
      return EventPage.again();
    }
    try {
      var answer = centre.call(Message.events(fitting, PAGE));
      return answer.yes("reset") ? EventPage.again() : page(answer);
    } catch (LostException none) {
      throw none.trouble();
    }
  }

  private EventPage page(Answered answer) throws LostException {
    var parts = answer.parts("event");
    if (parts.size() > MOST) {
      throw LostException.flooded("more than " + MOST + " events");
    }
    var next = answer.text("next");
    if (next.isEmpty() || next.length() > LONGEST_CURSOR) {
      throw LostException.garbled("a cursor has not 1 to 3000 characters");
    }
    var events = new ArrayList<CentreEvent>();
    var odd = new ArrayList<UnreadableEventException>();
    for (var part : parts) {
      try {
        events.add(Happening.of(part));
      } catch (UnreadableEventException no) {
        odd.add(no);
      }
    }
    tell(odd);
    return new EventPage(events, new Cursor(next), answer.yes("more"), false, odd.size());
  }

  /** A service that does not want to know keeps what cannot be understood to itself. */
  private void tell(List<UnreadableEventException> odd) throws LostException {
    for (var one : odd.subList(0, Math.min(odd.size(), MOST_TOLD))) {
      try {
        centre.call(Message.reject(one.key(), one.part(), one.getMessage()));
      } catch (LostException none) {
        if (!none.said()) {
          throw none;
        }
      }
    }
  }

  @Override
  public Taken push(CentreEvent event) throws CentreException {
    check();
    try {
      var result = centre.call(Message.tell(event)).text("result");
      return result.equals("DONE") ? Taken.DONE : Taken.REFUSED;
    } catch (LostException none) {
      throw none.trouble();
    }
  }

  private void check() throws CentreException {
    if (!answered && !served()) {
      throw Troubles.garbled("the service does not serve Events");
    }
  }
}

package org.escale.core.centres;

import org.escale.adapter.AdapterId;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.adapter.ForeignEvent;
import org.escale.caller.Sight;
import org.escale.presence.Closing;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether a centre's system is to be told that a visit is over. Where a rule ended it, nobody saw
 * the guest go, and the centre's own staff may have: its word is heard first, so that one departure
 * does not stand there twice. Safe for many threads.
 */
@Component(service = Departures.class)
public final class Departures {
  private final Words words;
  private final Listening listening;

  /** What is to be done. */
  enum Word {
    /** It does not know. */
    TELL,
    /** It was not heard up to that end. */
    WAIT,
    /** It told us itself. */
    KNOWN
  }

  /** Looks there for what was heard. */
  @Activate
  public Departures(@Reference Words words, @Reference Listening listening) {
    this.words = words;
    this.listening = listening;
  }

  Word about(AdapterId system, Reported reported) {
    var visit = words.get(Visit.class, reported.visit(), Sight.PLATFORM).map(Kept::word);
    var closing = visit.flatMap(Visit::closing);
    if (closing.filter(end -> !heard(system, end)).isPresent()) {
      return Word.WAIT;
    }
    return visit.filter(over -> told(system, over)).isPresent() ? Word.KNOWN : Word.TELL;
  }

  private boolean heard(AdapterId system, Closing end) {
    return end.by() == By.CHECK_OUT || listening.heard(system, end.at());
  }

  private boolean told(AdapterId system, Visit visit) {
    var query = Query.where("bookingId", visit.booking().value());
    return words.find(ForeignEvent.class, query, Sight.PLATFORM).items().stream()
        .map(Kept::word)
        .anyMatch(event -> event.adapter().equals(system) && event.told().kind() == Kind.LEFT);
  }
}

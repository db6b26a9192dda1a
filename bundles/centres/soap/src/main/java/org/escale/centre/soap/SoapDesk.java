package org.escale.centre.soap;

import java.util.Optional;
import org.escale.libraries.link.Answers;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;

/** Asks a centre's service for places. */
final class SoapDesk implements CentreDesk {
  private final Centre centre;

  SoapDesk(Centre centre) {
    this.centre = centre;
  }

  @Override
  public DeskAnswer hold(HoldRequest request) {
    var message = Message.hold(request, Answers.seconds(request.slot()));
    return changed(message, request.space(), request.key());
  }

  @Override
  public DeskAnswer confirm(ForeignRef held) {
    try {
      var there = find(held.space(), held.key()).filter(entry -> entry.is(held));
      if (there.isEmpty()) {
        return new DeskAnswer.Conflict();
      }
      return there.get().tentative()
          ? changed(
              Message.confirm(held.space(), held.key(), there.get().revision()),
              held.space(),
              held.key())
          : new DeskAnswer.Done(there.get().ref(held.space(), held.key()));
    } catch (LostException none) {
      return none.answer();
    }
  }

  @Override
  public DeskAnswer cancel(ForeignRef held) {
    try {
      var result = centre.call(Message.cancel(held.space(), held.key())).text("result");
      return result.equals("DONE") ? new DeskAnswer.Done(held) : otherwise(result);
    } catch (LostException none) {
      return none.answer();
    }
  }

  @Override
  public Optional<ForeignEntry> lookup(SpaceRef space, Key key) throws CentreException {
    try {
      return find(space, key).map(Entry::foreign);
    } catch (LostException none) {
      throw none.trouble();
    }
  }

  private Optional<Entry> find(SpaceRef space, Key key) throws LostException {
    return centre.call(Message.lookup(space, key)).entries().stream()
        .filter(entry -> entry.key().equals(Optional.of(key)))
        .findFirst();
  }

  private DeskAnswer changed(Message message, SpaceRef space, Key key) {
    try {
      var answer = centre.call(message);
      var result = answer.text("result");
      if (!result.equals("DONE")) {
        return otherwise(result);
      }
      return answer.entries().stream()
          .filter(entry -> entry.key().equals(Optional.of(key)))
          .findFirst()
          .<DeskAnswer>map(entry -> new DeskAnswer.Done(entry.ref(space, key)))
          .orElseGet(() -> new DeskAnswer.Refused("garbled"));
    } catch (LostException none) {
      return none.answer();
    }
  }

  private static DeskAnswer otherwise(String result) {
    return result.equals("CONFLICT")
        ? new DeskAnswer.Conflict()
        : new DeskAnswer.Refused("refused");
  }
}

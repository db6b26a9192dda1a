package org.escale.tck.centre;

import java.util.Optional;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/** Asks the toy system for places, perhaps with one fault. */
final class ToyDesk implements CentreDesk {
  private final ToyClient client;
  private final Fault fault;

  ToyDesk(ToyClient client, Fault fault) {
    this.client = client;
    this.fault = fault;
  }

  @Override
  public DeskAnswer hold(HoldRequest request) {
    var name = request.key().uid();
    if (fault == Fault.NEW_NAME_EACH_TIME) {
      name = new Key(request.key().booking() + "." + System.nanoTime(), "tck").uid();
    }
    var row = row(request.slot(), fault != Fault.FIRM_AT_ONCE, request.label());
    var status = client.write(request.space().value() + "/" + name, "*", Optional.of(row));
    if (status == 201 || status == 412) {
      return read(request.space(), request.key());
    }
    return said(status);
  }

  @Override
  public DeskAnswer confirm(ForeignRef held) {
    try {
      var now = lookup(held.space(), held.key());
      if (now.isEmpty()) {
        return new DeskAnswer.Conflict();
      }
      if (!now.get().tentative() && now.get().revision().equals(held.revision())) {
        return new DeskAnswer.Done(ref(held.space(), held.key(), now.get()));
      }
      var row = row(now.get().slots().get(0), false, "Escale " + held.key().booking());
      var condition = fault == Fault.BLIND_CONFIRM ? "" : held.revision();
      var path = held.space().value() + "/" + held.key().uid();
      var status = client.write(path, condition, Optional.of(row));
      return status == 201 ? read(held.space(), held.key()) : said(status);
    } catch (CentreException silent) {
      return new DeskAnswer.Unavailable();
    }
  }

  @Override
  public DeskAnswer cancel(ForeignRef held) {
    var path = held.space().value() + "/" + held.key().uid();
    var status = client.write(path, "", Optional.empty());
    return status == 204 || status == 404 ? new DeskAnswer.Done(held) : said(status);
  }

  @Override
  public Optional<ForeignEntry> lookup(SpaceRef space, Key key) throws CentreException {
    return client.all(space.value()).stream()
        .filter(entry -> entry.key().equals(Optional.of(key)) && !entry.slots().isEmpty())
        .findFirst();
  }

  private DeskAnswer read(SpaceRef space, Key key) {
    try {
      return lookup(space, key)
          .<DeskAnswer>map(entry -> new DeskAnswer.Done(ref(space, key, entry)))
          .orElseGet(() -> new DeskAnswer.Done(new ForeignRef(space, key, key.uid(), "1")));
    } catch (CentreException silent) {
      return new DeskAnswer.Unknown();
    }
  }

  private DeskAnswer said(int status) {
    return switch (status) {
      case -1 ->
          fault == Fault.LOST_IS_REFUSED
              ? new DeskAnswer.Refused("lost")
              : new DeskAnswer.Unknown();
      case 0 -> new DeskAnswer.Unavailable();
      default -> new DeskAnswer.Conflict();
    };
  }

  private static ForeignRef ref(SpaceRef space, Key key, ForeignEntry entry) {
    return new ForeignRef(space, key, entry.id(), entry.revision());
  }

  static String row(TimeSlot slot, boolean tentative, String summary) {
    return slot.from() + "|" + slot.to() + "|" + tentative + "|" + summary;
  }
}

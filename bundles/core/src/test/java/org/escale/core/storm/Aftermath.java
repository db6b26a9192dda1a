package org.escale.core.storm;

import java.io.IOException;
import java.nio.file.Path;
import org.escale.adapter.Incident;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.core.centres.Freshness;
import org.escale.federation.Space;
import org.escale.word.Query;
import org.escale.word.Word;

/** Writes down what stands on both sides once all is quiet. */
final class Aftermath {
  private final Storm storm;

  Aftermath(Storm storm) {
    this.storm = storm;
  }

  Path write(String name) throws IOException {
    for (var space : storm.spaces) {
      if (Storm.real(space)) {
        real(space);
      } else if (Freshness.decidedThere(space)) {
        toy(space);
      }
    }
    var modes = new java.util.HashMap<String, String>();
    storm.spaces.forEach(space -> modes.put(space.id().value(), space.truth().name()));
    each(
        Booking.class,
        b ->
            storm.history.note(
                "hub",
                b.space().value(),
                b.id().value(),
                History.from(b.slot()),
                History.to(b.slot()),
                modes.get(b.space().value()),
                b.state().name()));
    each(Incident.class, this::incident);
    return storm.history.write(name);
  }

  private void incident(Incident incident) {
    var booking = storm.house.store.get(Booking.class, incident.booking(), Sight.PLATFORM);
    var stands = booking.filter(b -> b.word().state() == Booking.State.CONFIRMED).isPresent();
    if (incident.settled().isEmpty() && stands) {
      storm.history.note("incident", incident.booking().value(), incident.kind().name());
    }
  }

  private void real(Space space) throws IOException {
    for (var event : storm.radicale.standing(space.id().value())) {
      stands(space, event.uid(), event.slot(), event.tentative());
    }
  }

  private void toy(Space space) {
    for (var entry : storm.toys.get(space.centre()).standing(space.id().value())) {
      stands(space, entry.id(), entry.slots().get(0), entry.tentative());
    }
  }

  private void stands(Space space, String name, org.escale.word.TimeSlot slot, boolean tentative) {
    storm.history.note(
        "stands", space.id().value(), name, History.from(slot), History.to(slot), "" + tentative);
  }

  private <W extends Word> void each(Class<W> kind, java.util.function.Consumer<W> work) {
    var page = storm.house.store.find(kind, Query.all(), Sight.PLATFORM);
    page.items().forEach(kept -> work.accept(kept.word()));
    while (page.next().isPresent()) {
      page =
          storm.house.store.find(kind, Query.all().after(page.next().getAsLong()), Sight.PLATFORM);
      page.items().forEach(kept -> work.accept(kept.word()));
    }
  }
}

package org.escale.bench.storm;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.function.Consumer;

/** Writes down what both sides say once all is quiet; the centre's from its own servers. */
record Aftermath(Door door, World world, History history) {
  void write() throws IOException, InterruptedException {
    for (var desk : world.desks()) {
      if (desk.there()) {
        for (var event : desk.system().standing(desk.id())) {
          var from = Slot.seconds(event.slot().from());
          var to = Slot.seconds(event.slot().to());
          history.note("stands", desk.id(), event.uid(), from, to, "" + event.tentative());
        }
      }
    }
    var confirmed = new HashSet<String>();
    bookings(confirmed);
    each(
        "adapters/" + world.systems().keySet().iterator().next() + "/incidents?state=OPEN",
        incident -> {
          var booking = incident.path("bookingId").asText();
          if (confirmed.contains(booking)) {
            note("incident", booking, incident.path("kind").asText());
          }
        });
  }

  private void bookings(HashSet<String> confirmed) throws IOException, InterruptedException {
    var modes = new HashMap<String, String>();
    world.desks().forEach(desk -> modes.put(desk.id(), desk.mode()));
    each(
        "bookings?centreId=cei",
        booking -> {
          var space = booking.path("spaceId").asText();
          if (modes.containsKey(space)) {
            var id = booking.path("id").asText();
            var state = booking.path("state").asText();
            var from = Slot.seconds(Instant.parse(booking.path("from").asText()));
            var to = Slot.seconds(Instant.parse(booking.path("to").asText()));
            note("hub", space, id, from, to, modes.get(space), state);
            if (state.equals("CONFIRMED")) {
              confirmed.add(id);
            }
          }
        });
  }

  private void note(String... words) {
    try {
      history.note(words);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void each(String path, Consumer<com.fasterxml.jackson.databind.JsonNode> work)
      throws IOException, InterruptedException {
    var next = "";
    do {
      var cursor = next.isEmpty() ? "" : "&cursor=" + next;
      var page = door.must("cei-desk", "GET", path + "&limit=500" + cursor);
      page.path("items").forEach(work);
      next = page.path("next").asText("");
    } while (!next.isEmpty());
  }
}

package org.escale.bench.storm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The people of the centre, who write into their own calendars whatever stands there. */
final class Staff {
  private record Event(World.Desk desk, String name) {}

  private final History history;
  private final List<World.Desk> theirs;
  private final List<Event> events = new ArrayList<>();
  private final Random random = new Random(7);
  private int number;

  Staff(History history, List<World.Desk> desks) {
    this.history = history;
    theirs = desks.stream().filter(World.Desk::there).toList();
  }

  /** Does one thing; an exception if nobody knows whether it was done. */
  void act() throws IOException, InterruptedException {
    if (events.isEmpty() || random.nextInt(5) > 1) {
      write(theirs.get(random.nextInt(theirs.size())), Slot.any(random));
    } else {
      var event = events.remove(random.nextInt(events.size()));
      history.operation("unstaff", event.desk().id(), event.name());
      event.desk().system().remove(event.desk().id(), event.name());
    }
  }

  private void write(World.Desk desk, Slot slot) throws IOException, InterruptedException {
    var name = "staff-" + ++number;
    if (desk.system().write(desk.id(), name, slot)) {
      events.add(new Event(desk, name));
      var from = Slot.seconds(slot.from());
      history.operation("staff", desk.id(), name, from, Slot.seconds(slot.to()));
    }
  }
}

package org.escale.core.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.escale.core.centres.Freshness;
import org.escale.federation.Space;
import org.escale.word.TimeSlot;

/** The people of the centres, who write into their own systems whatever stands there. */
final class Staff {
  private record Event(Space space, String name, TimeSlot slot) {}

  private final Storm storm;
  private final Random random;
  private final List<Space> theirs;
  private final List<Event> events = new ArrayList<>();
  private int number;

  Staff(Storm storm, Random random) {
    this.storm = storm;
    this.random = random;
    theirs = storm.spaces.stream().filter(Freshness::decidedThere).toList();
  }

  /** Does one thing. */
  void act() throws InterruptedException {
    if (events.isEmpty() || random.nextInt(5) > 1) {
      write(theirs.get(random.nextInt(theirs.size())), Client.slot(random));
    } else {
      remove(events.remove(random.nextInt(events.size())));
    }
  }

  private void write(Space space, TimeSlot slot) throws InterruptedException {
    var name = "staff-" + ++number;
    if (!Storm.real(space)) {
      storm.toys.get(space.centre()).staff(space.id().value(), name, slot);
    } else if (random.nextInt(3) > 0 || !storm.radicale.write(space.id().value(), name, slot)) {
      return;
    }
    events.add(new Event(space, name, slot));
    storm.history.operation(
        "staff", space.id().value(), name, History.from(slot), History.to(slot));
  }

  private void remove(Event event) throws InterruptedException {
    var space = event.space();
    storm.history.operation("unstaff", space.id().value(), event.name());
    if (Storm.real(space)) {
      storm.radicale.remove(space.id().value(), event.name());
    } else {
      storm.toys.get(space.centre()).remove(space.id().value(), event.name());
    }
  }
}

package org.escale.core.booking;

import static org.escale.core.fixture.Answers.done;
import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation.State;
import org.escale.federation.OpeningHours;
import org.escale.federation.Position;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.refusal.Outcome;
import org.escale.service.BookingOffice.Wanted;
import org.escale.service.Search.Wish;
import org.escale.word.TimeSlot;

/** Search and booking against the plainest oracle: a list of all spaces and one of all bookings. */
class SearchPropertyTest {
  private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

  private record Desk(String id, Position position, boolean active, SpaceKind kind) {}

  private record Taken(String id, TimeSlot slot) {}

  @Property(tries = 25)
  void r26_searchFindsWhatBruteForceFindsAndBookingTakesExactlyThat(@ForAll long seed) {
    var random = new Random(seed);
    try (var house = new House()) {
      var desks = desks(random, house);
      house.company("c", "ann");
      var taken = new ArrayList<Taken>();
      for (int step = 0; step < 25; step++) {
        var slot = slot(random);
        bookOne(house, desks, taken, new Taken(desks.get(random.nextInt(desks.size())).id(), slot));
        var near = position(random);
        var kind = random.nextBoolean() ? Optional.of(SpaceKind.ROOM) : Optional.<SpaceKind>empty();
        int limit = 1 + random.nextInt(6);
        var wish = new Wish(near, slot(random), kind, 1, Set.of(), 0, Optional.empty(), limit);
        assertEquals(expected(desks, taken, wish), found(house, wish));
      }
    }
  }

  private static void bookOne(House house, List<Desk> desks, List<Taken> taken, Taken wanted) {
    var desk = desks.stream().filter(d -> d.id().equals(wanted.id())).findFirst().orElseThrow();
    var free = desk.active() && isFree(taken, wanted);
    var wish =
        new Wanted(
            Optional.empty(),
            new SpaceId(wanted.id()),
            wanted.slot(),
            Optional.empty(),
            1,
            Map.of(),
            Optional.empty(),
            Optional.empty());
    var outcome = house.bookings.book(house.member("ann"), wish);
    assertEquals(free, outcome instanceof Outcome.Done);
    if (free) {
      taken.add(wanted);
    }
  }

  private static List<String> expected(List<Desk> desks, List<Taken> taken, Wish wish) {
    return desks.stream()
        .filter(Desk::active)
        .filter(desk -> wish.kind().isEmpty() || wish.kind().get() == desk.kind())
        .filter(desk -> isFree(taken, new Taken(desk.id(), wish.slot())))
        .sorted(
            Comparator.comparingDouble((Desk d) -> wish.near().kilometresTo(d.position()))
                .thenComparing(Desk::id))
        .limit(wish.limit())
        .map(Desk::id)
        .toList();
  }

  private static List<String> found(House house, Wish wish) {
    return done(house.search.find(house.member("ann"), wish)).stream()
        .map(found -> found.space().id().value())
        .toList();
  }

  private static boolean isFree(List<Taken> taken, Taken wanted) {
    return taken.stream()
        .noneMatch(t -> t.id().equals(wanted.id()) && t.slot().overlaps(wanted.slot()));
  }

  private static List<Desk> desks(Random random, House house) {
    var desks = new ArrayList<Desk>();
    for (int c = 0; c < 6; c++) {
      var id = "c" + c;
      var position = position(random);
      var active = random.nextInt(4) > 0;
      house.put(
          Words.site(id, position.latitude(), position.longitude()),
          Words.centre(id, "acme", OpeningHours.always(House.BRUSSELS)),
          Words.affiliation(id, "acme", active ? State.ACTIVE : State.SUSPENDED));
      for (int s = 0; s < 1 + random.nextInt(3); s++) {
        var kind = random.nextBoolean() ? SpaceKind.DESK : SpaceKind.ROOM;
        house.put(Words.space(id + "-" + s, id, kind));
        desks.add(new Desk(id + "-" + s, position, active, kind));
      }
    }
    return desks;
  }

  /** On a coarse grid, so that centres share a place and distances tie. */
  private static Position position(Random random) {
    return new Position(50 + random.nextInt(3) * 0.1, 4 + random.nextInt(3) * 0.1);
  }

  private static TimeSlot slot(Random random) {
    var from = START.plus(Duration.ofMinutes(random.nextInt(300)));
    return new TimeSlot(from, from.plus(Duration.ofMinutes(1 + random.nextInt(180))));
  }
}

package org.escale.itests.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.escale.itests.oracle.World.Interval;
import org.escale.itests.oracle.World.Place;
import org.escale.itests.oracle.World.Question;

/** Random questions, near and about a space that is drawn first, from a fixed seed. */
final class Questions {
  private static final int DRAWS = 2000;
  private final World world;
  private final Instant firstDay;
  private final int days;
  private final Random random = new Random(42);
  private final List<String> people;
  private final List<Place> booked;

  /** A question, and the space that it was drawn for. */
  record Case(Question question, Place probe) {}

  Questions(World world, Instant firstDay, int days) {
    this.world = world;
    this.firstDay = firstDay;
    this.days = days;
    this.people = world.people().keySet().stream().sorted().toList();
    this.booked = world.places().stream().filter(p -> world.taken().containsKey(p.id())).toList();
  }

  /**
   * A question in which that filter is what stops the space, so that each kind of refusal is asked
   * about as often; with no filter, one that may be booked. After many draws in vain any question
   * does.
   */
  Case next(Optional<Filter> target) {
    var judge = Judge.of(world);
    var drawn = draw();
    for (int draws = 0;
        draws < DRAWS && !judge.refusal(drawn.question(), drawn.probe()).equals(target);
        draws++) {
      drawn = draw();
    }
    return drawn;
  }

  private Case draw() {
    boolean atBooked = random.nextInt(4) == 0;
    var place = one(atBooked ? booked : world.places());
    var when = atBooked ? around(one(world.taken().get(place.id()))) : anyTime();
    var house = world.houses().get(place.centre());
    var question =
        new Question(
            one(people),
            when,
            house.latitude() + random.nextGaussian() / 100,
            house.longitude() + random.nextGaussian() / 100,
            random.nextInt(3) == 0
                ? Optional.of(one(List.of("DESK", "ROOM", "OFFICE")))
                : Optional.empty(),
            random.nextInt(4) == 0 ? 1 + random.nextInt(14) : 1,
            random.nextInt(4) == 0 ? features() : Set.of(),
            random.nextInt(5) == 0 ? 1 + random.nextInt(3) : 0);
    return new Case(question, place);
  }

  private Set<String> features() {
    var featured = world.places().stream().filter(p -> !p.features().isEmpty()).toList();
    return featured.isEmpty()
        ? Set.of()
        : Set.of(one(one(featured).features().stream().sorted().toList()));
  }

  private Interval around(Interval busy) {
    var from = busy.from().plus(Duration.ofMinutes(random.nextInt(120) - 60L));
    return new Interval(from, from.plus(Duration.ofMinutes(15 + random.nextInt(180))));
  }

  /** Any minute, mostly by day. */
  private Interval anyTime() {
    int minute = random.nextInt(5) == 0 ? random.nextInt(24 * 60) : 8 * 60 + random.nextInt(8 * 60);
    var from =
        firstDay.plus(Duration.ofDays(random.nextInt(days))).plus(Duration.ofMinutes(minute));
    return new Interval(from, from.plus(Duration.ofMinutes(1 + random.nextInt(240))));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}

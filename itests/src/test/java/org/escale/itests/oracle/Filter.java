package org.escale.itests.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.escale.itests.oracle.World.Allowance;
import org.escale.itests.oracle.World.House;
import org.escale.itests.oracle.World.Place;
import org.escale.itests.oracle.World.Question;
import org.escale.itests.oracle.World.Times;

/** Every reason why a space is not offered, in the order in which it would be told. */
enum Filter {
  NOT_EMPLOYED {
    @Override
    boolean lets(World world, Question q, Place place) {
      return world.people().get(q.person()).employed();
    }
  },
  COMPANY_CEASED {
    @Override
    boolean lets(World world, Question q, Place place) {
      return !standing(world, q).equals("CEASED");
    }
  },
  PAYMENT_OVERDUE {
    @Override
    boolean lets(World world, Question q, Place place) {
      return !standing(world, q).equals("OVERDUE");
    }
  },
  CENTRE_NOT_ACTIVE {
    @Override
    boolean lets(World world, Question q, Place place) {
      var person = world.people().get(q.person());
      var firm = world.firms().get(person.firm());
      var house = house(world, place);
      boolean contract = firm.network().filter(house.networks()::contains).isPresent();
      boolean owned = firm.owner().filter(house.id()::equals).isPresent();
      boolean pass =
          world.tickets().stream()
              .anyMatch(
                  t ->
                      t.pseudonym().equals(person.pseudonym())
                          && t.centres().contains(house.id())
                          && house.networks().contains(t.network())
                          && !q.when().from().isBefore(t.valid().from())
                          && q.when().from().isBefore(t.valid().to()));
      return contract || owned || pass;
    }
  },
  ZONE_NOT_ALLOWED {
    @Override
    boolean lets(World world, Question q, Place place) {
      var house = house(world, place);
      return allowance(world, q)
          .map(
              a ->
                  a.zones().map(z -> z.contains(house.region())).orElse(true)
                      && a.centres().map(c -> c.contains(house.id())).orElse(true))
          .orElse(true);
    }
  },
  LABEL_NOT_ALLOWED {
    @Override
    boolean lets(World world, Question q, Place place) {
      return house(world, place).stars() >= allowance(world, q).map(Allowance::stars).orElse(0);
    }
  },
  SERVICE_NOT_ALLOWED {
    @Override
    boolean lets(World world, Question q, Place place) {
      return allowance(world, q)
          .flatMap(Allowance::kinds)
          .map(kinds -> kinds.contains(place.kind()))
          .orElse(true);
    }
  },
  HOURS_NOT_ALLOWED {
    @Override
    boolean lets(World world, Question q, Place place) {
      var times = allowance(world, q).map(Allowance::times).orElse(List.of());
      return times.isEmpty()
          || throughout(q, at -> until(times, at.atZone(house(world, place).doors().zone())));
    }
  },
  CENTRE_CLOSED {
    @Override
    boolean lets(World world, Question q, Place place) {
      return throughout(q, at -> openUntil(house(world, place), at));
    }
  },
  TOO_MANY_PEOPLE {
    @Override
    boolean lets(World world, Question q, Place place) {
      return q.people() <= place.seats();
    }
  },
  NO_CONNECTIVITY {
    @Override
    boolean lets(World world, Question q, Place place) {
      return house(world, place).online();
    }
  },
  SPACE_TAKEN {
    @Override
    boolean lets(World world, Question q, Place place) {
      return world.taken().getOrDefault(place.id(), List.of()).stream()
          .noneMatch(b -> b.from().isBefore(q.when().to()) && q.when().from().isBefore(b.to()));
    }
  },
  OTHER_KIND {
    @Override
    boolean lets(World world, Question q, Place place) {
      return q.kind().map(place.kind()::equals).orElse(true);
    }
  },
  FEATURE_MISSING {
    @Override
    boolean lets(World world, Question q, Place place) {
      return place.features().containsAll(q.features());
    }
  },
  TOO_FEW_STARS {
    @Override
    boolean lets(World world, Question q, Place place) {
      return house(world, place).stars() >= q.stars();
    }
  };

  /** Whether the space passes it. */
  abstract boolean lets(World world, Question q, Place place);

  static House house(World world, Place place) {
    return world.houses().get(place.centre());
  }

  private static String standing(World world, Question q) {
    return world.firms().get(world.people().get(q.person()).firm()).standing();
  }

  private static Optional<Allowance> allowance(World world, Question q) {
    var person = world.people().get(q.person());
    return world.allowances().stream()
        .filter(a -> a.firm().equals(person.firm()))
        .filter(a -> a.person().map(person.pseudonym()::equals).orElse(true))
        .filter(a -> a.group().map(person.group()::equals).orElse(true))
        .max(
            Comparator.comparingInt(
                a -> a.person().isPresent() ? 2 : a.group().isPresent() ? 1 : 0));
  }

  /** Goes through the whole time in steps, each as far as what is open reaches. */
  private static boolean throughout(Question q, Function<Instant, Optional<Instant>> reach) {
    var at = q.when().from();
    while (at.isBefore(q.when().to())) {
      var until = reach.apply(at);
      if (until.isEmpty()) {
        return false;
      }
      at = until.get();
    }
    return true;
  }

  private static Optional<Instant> until(List<Times> times, ZonedDateTime local) {
    return times.stream()
        .filter(t -> t.days().contains(local.getDayOfWeek()))
        .map(Times::hours)
        .filter(h -> !local.toLocalTime().isBefore(h.from()))
        .map(h -> local.with(h.to()).plusDays(h.to().toSecondOfDay() == 0 ? 1 : 0))
        .filter(local::isBefore)
        .map(ZonedDateTime::toInstant)
        .findFirst();
  }

  private static Optional<Instant> openUntil(House house, Instant at) {
    var doors = house.doors();
    LocalDate date = at.atZone(doors.zone()).toLocalDate();
    if (doors.closed().contains(date)) {
      return Optional.empty();
    }
    for (var wall : doors.week().getOrDefault(date.getDayOfWeek(), List.of())) {
      var from = date.atTime(wall.from()).atZone(doors.zone()).toInstant();
      var endDate = wall.to().toSecondOfDay() == 0 ? date.plusDays(1) : date;
      var to = endDate.atTime(wall.to()).atZone(doors.zone()).toInstant();
      if (!at.isBefore(from) && at.isBefore(to)) {
        return Optional.of(to);
      }
    }
    return Optional.empty();
  }
}

package org.escale.rest.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.CentreProfile;
import org.escale.federation.Extra;
import org.escale.federation.ExtraId;
import org.escale.federation.OpeningHours;
import org.escale.federation.Position;
import org.escale.federation.Site;
import org.escale.federation.SiteId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.rest.call.MoneyView;
import org.escale.rest.call.Need;

/** What somebody who changes the directory sends. */
public final class DirectoryOrders {
  private DirectoryOrders() {}

  /** A building. */
  public record SiteOrder(
      Optional<String> id,
      Optional<String> name,
      Optional<String> town,
      Optional<String> region,
      Optional<Double> latitude,
      Optional<Double> longitude) {
    Site site() {
      double lat = Need.present("latitude", latitude);
      double lon = Need.present("longitude", longitude);
      Need.check("latitude", Math.abs(lat) <= 90);
      Need.check("longitude", Math.abs(lon) <= 180);
      return new Site(
          Need.id("id", id, SiteId::new),
          Need.text("name", name, 200),
          Need.text("town", town, 100),
          Need.text("region", region, 100),
          new Position(lat, lon));
    }
  }

  /** When a centre is open: a zone, and openings by day. */
  public record HoursOrder(
      Optional<String> zone, Optional<List<DayOrder>> week, Optional<Set<LocalDate>> closed) {
    /** One opening of one day. */
    public record DayOrder(
        Optional<DayOfWeek> day, Optional<LocalTime> from, Optional<LocalTime> to) {}

    OpeningHours hours() {
      var days = week.orElse(List.of());
      Need.check("hours.week", days.size() <= 50);
      var map = new EnumMap<DayOfWeek, List<OpeningHours.Hours>>(DayOfWeek.class);
      for (var day : days) {
        var open =
            new OpeningHours.Hours(
                Need.present("hours.week.from", day.from()),
                Need.present("hours.week.to", day.to()));
        Need.check(
            "hours.week.to",
            open.to().equals(LocalTime.MIDNIGHT) || open.from().isBefore(open.to()));
        map.computeIfAbsent(Need.present("hours.week.day", day.day()), d -> new ArrayList<>())
            .add(open);
      }
      var place = Need.read("hours.zone", Need.present("hours.zone", zone), ZoneId::of);
      return new OpeningHours(place, map, closed.orElse(Set.of()));
    }
  }

  /** What a centre states about itself; what is left out stays, or is nothing for a new one. */
  public record ProfileOrder(
      Optional<Integer> staffedHoursPerWeek,
      Optional<Integer> squareMetres,
      Optional<Integer> desks,
      Optional<Integer> rooms,
      Optional<Set<String>> equipment,
      Optional<Boolean> wifi,
      Optional<Integer> broadbandMbps,
      Optional<Boolean> secureAccess) {
    CentreProfile over(CentreProfile old) {
      return new CentreProfile(
          number("staffedHoursPerWeek", staffedHoursPerWeek, old.staffedHoursPerWeek()),
          number("squareMetres", squareMetres, old.squareMetres()),
          number("desks", desks, old.desks()),
          number("rooms", rooms, old.rooms()),
          equipment.orElse(old.equipment()),
          wifi.orElse(old.wifi()),
          number("broadbandMbps", broadbandMbps, old.broadbandMbps()),
          secureAccess.orElse(old.secureAccess()));
    }

    private static int number(String field, Optional<Integer> value, int old) {
      int number = value.orElse(old);
      Need.check("profile." + field, number >= 0 && number <= 1_000_000);
      return number;
    }
  }

  /**
   * A bookable space.
   *
   * @param truthMode who decides whether it is free; what a centre's system decides it must prove
   * @param ceded the hours that the centre cedes, needed for {@code ALLOTMENT}
   */
  public record SpaceOrder(
      Optional<String> id,
      Optional<String> name,
      Optional<SpaceKind> kind,
      Optional<Integer> seats,
      Optional<Map<String, Integer>> layouts,
      Optional<Set<String>> features,
      Optional<TruthMode> truthMode,
      Optional<HoursOrder> ceded) {
    /** What is kept, changed by this; its id, centre and kind stay. */
    Space over(Space old) {
      int people = seats.orElse(old.seats());
      Need.check("seats", people >= 1 && people <= 2000);
      return new Space(
          old.id(),
          old.centre(),
          name.isPresent() ? Need.text("name", name, 200) : old.name(),
          old.kind(),
          people,
          layouts.orElse(old.layouts()),
          features.orElse(old.features()),
          truthMode.orElse(old.truth()),
          ceded.map(HoursOrder::hours).or(old::ceded));
    }

    Space space(CentreId centre) {
      int people = seats.orElse(1);
      Need.check("seats", people >= 1 && people <= 2000);
      return new Space(
          Need.id("id", id, SpaceId::new),
          centre,
          Need.text("name", name, 200),
          Need.present("kind", kind),
          people,
          layouts.orElse(Map.of()),
          features.orElse(Set.of()),
          truthMode.orElse(TruthMode.FEDERATION),
          ceded.map(HoursOrder::hours));
    }
  }

  /** A metered service or bookable equipment; a new kind is a new text. */
  public record ExtraOrder(
      Optional<String> id,
      Optional<String> kind,
      Optional<String> unit,
      Optional<Map<String, String>> names,
      Optional<MoneyView> price,
      Optional<Integer> stock) {
    Extra extra(CentreId centre) {
      int pieces = stock.orElse(0);
      Need.check("stock", pieces >= 0 && pieces <= 10_000);
      return new Extra(
          Need.id("id", id, ExtraId::new),
          centre,
          Need.text("kind", kind, 64),
          Need.text("unit", unit, 32),
          names.orElse(Map.of()),
          Need.money("price", price),
          pieces);
    }
  }
}

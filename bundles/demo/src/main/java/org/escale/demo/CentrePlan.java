package org.escale.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.escale.access.GatewayId;
import org.escale.access.InstalledGateway;
import org.escale.demo.CentreList.Row;
import org.escale.federation.Centre;
import org.escale.federation.CentreProfile;
import org.escale.federation.Extra;
import org.escale.federation.ExtraId;
import org.escale.federation.OpeningHours;
import org.escale.federation.OpeningHours.Hours;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.money.Money;

/** What stands in each centre: invented, at the published scale of 26 desks and 2 to 3 rooms. */
enum CentrePlan {
  /** A business centre with all the equipment of its time. */
  CLASSIC(24, 3, 2, 40, 240),
  /** An automated centre without staff. */
  MINI(8, 1, 0, 0, 90),
  /** A coworking space with a host. */
  COWORKING(26, 2, 0, 35, 300),
  /** A company that opens its own offices. */
  CORPORATE_HOST(40, 4, 4, 40, 600);

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final List<String> RIVERS =
      List.of("Meuse", "Sambre", "Semois", "Ourthe", "Lesse", "Dendre");
  private static final List<Set<String>> PLACES =
      List.of(Set.of("window", "screen"), Set.of("quiet"), Set.of("screen", "standing"), Set.of());

  private record Shape(SpaceKind kind, int seats, Set<String> features) {}

  private final int desks;
  private final int rooms;
  private final int offices;
  private final int staffedHours;
  private final int squareMetres;

  CentrePlan(int desks, int rooms, int offices, int staffedHours, int squareMetres) {
    this.desks = desks;
    this.rooms = rooms;
    this.offices = offices;
    this.staffedHours = staffedHours;
    this.squareMetres = squareMetres;
  }

  /** The plan of that kind of centre. */
  static CentrePlan of(String kind) {
    return valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  Site site(Row row) {
    return new Site(row.site(), row.name(), row.town(), row.region(), row.position());
  }

  Centre centre(Row row) {
    return new Centre(
        row.id(), row.site(), row.name(), row.kind(), row.home(), hours(), profile(), true);
  }

  List<Space> spaces(Row row) {
    var spaces = new ArrayList<Space>();
    for (int n = 1; n <= desks; n++) {
      var name = "desk-%02d".formatted(n);
      spaces.add(space(row, name, new Shape(SpaceKind.DESK, 1, PLACES.get(n % PLACES.size()))));
    }
    for (int n = 0; n < rooms; n++) {
      var features = n == 0 ? Set.of("screen", "video-conference") : Set.of("screen");
      var shape = new Shape(SpaceKind.ROOM, 6 + 4 * n, features);
      spaces.add(space(row, "room-" + RIVERS.get(n), shape));
    }
    for (int n = 1; n <= offices; n++) {
      var shape = new Shape(SpaceKind.OFFICE, 2, Set.of("quiet", "window"));
      spaces.add(space(row, "office-" + n, shape));
    }
    return spaces;
  }

  List<Extra> extras(Row row) {
    return List.of(
        extra(row, "photocopy", "page", Money.euro("0.15"), 0),
        extra(row, "beamer", "piece", Money.euro("12.00"), 2),
        extra(row, "catering-lunch", "person", Money.euro("14.50"), 0));
  }

  InstalledGateway gateway(Row row) {
    return new InstalledGateway(
        new GatewayId("gw-" + row.id()), row.id(), "simulated", Map.of("wifi.ssid", "Escale"));
  }

  private CentreProfile profile() {
    var equipment =
        switch (this) {
          case CLASSIC ->
              Set.of("printer", "beamer", "video-conference", "ip-telephony", "guest-network");
          case MINI -> Set.of("printer", "beamer", "video-conference", "guest-network");
          case COWORKING -> Set.of("printer", "beamer", "kitchen");
          case CORPORATE_HOST -> Set.of("printer", "beamer", "ip-telephony", "kitchen");
        };
    return new CentreProfile(staffedHours, squareMetres, desks, rooms, equipment, true, 100, true);
  }

  private OpeningHours hours() {
    if (this == MINI) {
      return OpeningHours.always(BRUSSELS);
    }
    var day = List.of(new Hours(LocalTime.of(7, 30), LocalTime.of(19, 0)));
    var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
    for (var weekday : List.of(DayOfWeek.values()).subList(0, 5)) {
      week.put(weekday, day);
    }
    if (this == COWORKING) {
      week.put(DayOfWeek.SATURDAY, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(13, 0))));
    }
    return new OpeningHours(BRUSSELS, week, Set.of());
  }

  private static Space space(Row row, String name, Shape shape) {
    var id = new SpaceId(row.id() + "-" + name.toLowerCase(Locale.ROOT));
    int seats = shape.seats();
    var layouts =
        shape.kind() == SpaceKind.ROOM
            ? Map.of("board", seats, "theatre", seats * 2, "u-shape", seats - 1)
            : Map.<String, Integer>of();
    var features = shape.features();
    return new Space(
        id, row.id(), shown(name), shape.kind(), seats, layouts, features, TruthMode.FEDERATION);
  }

  private static String shown(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('-', ' ');
  }

  private static Extra extra(Row row, String kind, String unit, Money price, int stock) {
    var names =
        switch (kind) {
          case "photocopy" -> Map.of("fr", "photocopie", "nl", "fotokopie", "en", "photocopy");
          case "beamer" -> Map.of("fr", "projecteur", "nl", "beamer", "en", "beamer");
          default -> Map.of("fr", "lunch", "nl", "lunch", "en", "lunch");
        };
    var id = new ExtraId(row.id() + "-" + kind);
    return new Extra(id, row.id(), kind, unit, names, price, stock);
  }
}

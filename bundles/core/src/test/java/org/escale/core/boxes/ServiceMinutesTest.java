package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.escale.access.Outage;
import org.escale.access.Watched;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.core.connectivity.PromiseKeeper;
import org.escale.core.connectivity.ServiceMinutes;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation.State;
import org.escale.federation.CentreId;
import org.escale.federation.OpeningHours;
import org.escale.federation.ServiceMonth;
import org.escale.refusal.RefusalCode;
import org.escale.service.Connectivity;
import org.escale.service.Connectivity.Served;
import org.junit.Test;

/** What a line kept of its promise: opening minutes in which a box was watched. */
public class ServiceMinutesTest {
  private static final CentreId X = new CentreId("x");
  private static final YearMonth FEBRUARY = YearMonth.of(2027, 2);
  private static final YearMonth MARCH = YearMonth.of(2027, 3);

  /** Of the authority: figures of all. */
  private static final Caller AUTHORITY =
      new Caller(
          new AccountId("authority"),
          Set.of(Role.AUTHORITY),
          Standing.NONE,
          Set.of(),
          Locale.ENGLISH);

  @Test
  public void r34_onlyOpeningMinutesInWhichTheLineWasWatchedCount() {
    try (var house = house()) {
      var report = report(house);
      var february = new ServiceMonth(FEBRUARY, 14 * 480, 60 + 30);
      assertEquals(List.of(new Served(X, february)), report(report, AUTHORITY));
      assertEquals(new BigDecimal("98.66"), february.servedPercent());
      assertEquals(6630, february.servedMinutes());
      house.clock.advance(Duration.ofHours(1));
      assertEquals(
          "an outage that goes on counts until now",
          List.of(new Served(X, february), new Served(X, new ServiceMonth(MARCH, 60, 60))),
          report(report, AUTHORITY));
    }
  }

  @Test
  public void r34_theReportIsForTheOperatorTheAuthorityAndTheNetworksOfACentre() {
    try (var house = house()) {
      var report = report(house);
      assertEquals(1, report(report, house.federation()).size());
      assertEquals(1, report(report, house.network("acme")).size());
      assertEquals(0, report(report, house.network("other")).size());
      refused(RefusalCode.NOT_ALLOWED, report.service(house.desk("x"), MARCH, MARCH));
      refused(RefusalCode.INVALID_FIELD, report.service(AUTHORITY, MARCH, FEBRUARY));
      var early = MARCH.minusMonths(Connectivity.MOST_MONTHS);
      refused(RefusalCode.INVALID_FIELD, report.service(AUTHORITY, early, MARCH));
    }
  }

  @Test
  public void r34_outagesOfThirtyDaysAreForTheOperatorAndTheirOwnDesk() {
    try (var house = house()) {
      var old = at("2027-01-20T09:00:00Z");
      var y = new CentreId("y");
      house.put(new Outage(X, old, Optional.of(old.plusSeconds(60))));
      house.put(new Outage(y, old, Optional.empty()));
      var report = report(house);
      var all = done(report.outages(house.federation()));
      assertEquals(
          List.of(
              "2027-02-26T15:30:00Z",
              "2027-02-09T18:00:00Z",
              "2027-02-03T08:00:00Z",
              "2027-01-20T09:00:00Z"),
          all.stream().map(outage -> outage.from().toString()).toList());
      assertEquals(all.subList(0, 3), done(report.outages(house.desk("x"))));
      assertEquals("it goes on", all.subList(3, 4), done(report.outages(house.desk("y"))));
      assertEquals(List.of(), done(report.outages(house.desk("z"))));
      refused(RefusalCode.NOT_ALLOWED, report.outages(AUTHORITY));
    }
  }

  @Test
  public void r34_aLineIsWatchedFromTheFirstSignOfLifeUntilItsBoxIsBelievedNoLonger() {
    try (var hall = new Hall()) {
      var box = new ToyBox(hall, 0);
      hall.pass(Duration.ofMinutes(5));
      assertEquals("expected is not heard", List.of(), hall.all(Watched.class));
      box.beats();
      hall.pass(Duration.ofSeconds(60));
      var since = hall.all(Watched.class).get(0).from();
      hall.pass(Duration.ofMinutes(59));
      var silent = new ServiceMonth(MARCH, 59, 59);
      assertEquals(List.of(new Served(X, silent)), report(report(hall.house), AUTHORITY));
      done(hall.boxes().revoke(hall.house.federation(), ToyBox.ID));
      hall.pass(Duration.ofMinutes(1));
      var ended = hall.all(Watched.class).get(0).to().orElseThrow();
      assertEquals(since.plus(Duration.ofHours(1)), ended);
      hall.pass(Duration.ofHours(2));
      var figures = report(report(hall.house), AUTHORITY).get(0).figures();
      assertEquals("nothing is promised any more", 60, figures.promisedMinutes());
    }
  }

  private static House house() {
    var week = new EnumMap<DayOfWeek, List<OpeningHours.Hours>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, List.of(new OpeningHours.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))));
    }
    week.remove(DayOfWeek.SATURDAY);
    week.remove(DayOfWeek.SUNDAY);
    var closed = Set.of(LocalDate.of(2027, 2, 10));
    var house = new House();
    house.put(
        Words.site("x", 50, 5),
        Words.centre("x", "acme", new OpeningHours(House.BRUSSELS, week, closed)),
        Words.affiliation("x", "acme", State.ACTIVE),
        new Watched(X, at("2027-02-08T08:00:00Z"), Optional.empty()),
        new Outage(X, at("2027-02-03T08:00:00Z"), Optional.of(at("2027-02-03T10:00:00Z"))),
        new Outage(X, at("2027-02-09T18:00:00Z"), Optional.of(at("2027-02-11T09:00:00Z"))),
        new Outage(X, at("2027-02-26T15:30:00Z"), Optional.empty()));
    return house;
  }

  private static Connectivity report(House house) {
    var minutes = new ServiceMinutes(house.clock, house.outages);
    return new PromiseKeeper(house.clock, house.snapshots, house.outages, minutes);
  }

  private static List<Served> report(Connectivity report, Caller caller) {
    return done(report.service(caller, FEBRUARY, MARCH));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}

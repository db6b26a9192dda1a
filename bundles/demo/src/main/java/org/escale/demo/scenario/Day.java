package org.escale.demo.scenario;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** One day in Belgium, and the platform's clock on it. */
record Day(Stage stage, LocalDate date) {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final Duration STEP = Duration.ofMinutes(45);
  private static final String OPERATOR = "operator";

  /** The Monday that comes next by the platform's clock. */
  static Day nextMonday(Stage stage) {
    var today = moved(stage, "advance", "PT0S").atZone(BRUSSELS).toLocalDate();
    return new Day(stage, today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
  }

  /** That wall time as an instant. */
  Instant at(String time) {
    return date.atTime(LocalTime.parse(time)).atZone(BRUSSELS).toInstant();
  }

  /**
   * The clock goes to that wall time, and stands there; real gear tells on the way who is there.
   */
  void clock(String time) {
    var to = at(time);
    if (stage.alive()) {
      var next = moved(stage, "advance", "PT0S", "stand", true).plus(STEP);
      for (var there = true; there && next.isBefore(to); next = next.plus(STEP)) {
        go(next);
        there = stage.alive();
      }
    }
    go(to);
  }

  /** The clock goes to six in the morning of the first day after the month. */
  void monthsEnd() {
    var first = month().plusMonths(1).atDay(1);
    go(first.atTime(6, 0).atZone(BRUSSELS).toInstant());
  }

  /** The clock goes on by itself again. */
  void over() {
    stage.post(OPERATOR, "sandbox/clock", "advance", "PT0S");
  }

  YearMonth month() {
    return YearMonth.from(date);
  }

  private void go(Instant instant) {
    moved(stage, "now", instant.toString(), "stand", true);
  }

  private static Instant moved(Stage stage, Object... how) {
    return Instant.parse(stage.post(OPERATOR, "sandbox/clock", how).path("now").asText());
  }
}

package org.escale.core.rights;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.escale.billing.Charge;
import org.escale.billing.UsageRecord;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.money.Money;
import org.escale.word.TimeSlot;

/** The running sum of what was charged is what the store says, whenever it is asked. */
class SpendingProperties {
  private static final List<String> PEOPLE = List.of("ann", "bob");

  /** Each step: who, and what; beginning late in March so that April is in it. */
  @Property(tries = 30)
  void r11_theRunningSumIsWhatTheStoreSays(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 999) Integer> steps) {
    try (var hall = new Hall()) {
      hall.house.clock.set("2027-03-30T07:00:00Z");
      for (int step : steps) {
        take(hall, PEOPLE.get(step % 2), step / 2);
        if (step % 3 == 0) {
          compare(hall);
        }
      }
      compare(hall);
    }
  }

  private static void take(Hall hall, String who, int what) {
    if (what % 5 == 4) {
      correct(hall, what);
    } else {
      hall.house.clock.set(workday(hall.house.clock.instant(), what % 3).toString());
      hall.used(who, Duration.ofMinutes(1 + what % 400), what % 4);
    }
  }

  /** Eight in the morning, today if it is not past, or some days later. */
  private static Instant workday(Instant now, int days) {
    var day = now.truncatedTo(java.time.temporal.ChronoUnit.DAYS).plus(Duration.ofHours(8));
    return day.plus(Duration.ofDays(day.isBefore(now) ? days + 1L : days));
  }

  private static void correct(Hall hall, int what) {
    hall.all(UsageRecord.class).stream()
        .filter(record -> record.credits().isEmpty() && !taken(hall, record))
        .skip(what % 3)
        .findFirst()
        .ifPresent(
            record ->
                Answers.done(
                    hall.metering.correct(
                        hall.house.desk("x"),
                        record.id(),
                        Optional.of(BigDecimal.valueOf(what * 10L)))));
    hall.steward.runDue();
  }

  private static boolean taken(Hall hall, UsageRecord record) {
    return hall.all(UsageRecord.class).stream()
        .anyMatch(other -> other.credits().filter(record.id()::equals).isPresent());
  }

  private static void compare(Hall hall) {
    hall.house.snapshots.reach(hall.house.store.head());
    for (var month : List.of(YearMonth.of(2027, 3), YearMonth.of(2027, 4))) {
      var slot = hall.house.months.months().slot(month);
      for (var who : PEOPLE) {
        var person = new Pseudonym("p-" + who);
        assertEquals(who + " " + month, stored(hall, person, slot), spent(hall, person, slot));
      }
    }
  }

  private static Money spent(Hall hall, Pseudonym person, TimeSlot slot) {
    return hall.house.spending.of(person, slot);
  }

  private static Money stored(Hall hall, Pseudonym person, TimeSlot slot) {
    var records =
        hall.all(UsageRecord.class).stream()
            .filter(record -> record.guest().person().equals(person))
            .filter(record -> slot.contains(record.slot().to().minusSeconds(1)))
            .map(UsageRecord::id)
            .toList();
    return hall.all(Charge.class).stream()
        .filter(charge -> records.contains(charge.usage()))
        .map(Charge::amount)
        .reduce(Money.ZERO, Money::plus);
  }
}

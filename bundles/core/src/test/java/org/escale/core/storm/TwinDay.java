package org.escale.core.storm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.caller.Sight;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.federation.ExtraId;
import org.escale.federation.Space;
import org.escale.presence.Visit;
import org.escale.service.BookingOffice.Wanted;
import org.escale.service.Metering.Reading;
import org.escale.spi.centre.Key;
import org.escale.word.Query;
import org.escale.word.TimeSlot;

/**
 * A day of the centre: members book, move, cancel and come; staff writes its own events, calls
 * bookings off, and types arrivals, ends, extras and corrections. Each thing is typed by one of
 * them, on one side.
 */
final class TwinDay {
  private static final Instant OPENING = Instant.parse("2027-03-01T09:00:00Z");

  /** Until when before it begins a booking may be cancelled and moved. */
  private static final Duration FREE = Duration.ofHours(2);

  /** Whom staff finds in its own calendar, firmly. */
  private static final Set<State> EXPECTED =
      EnumSet.of(State.CONFIRMED, State.CHECKED_IN, State.FULFILLED);

  private static final int SLOTS = 16;
  private static final Duration SLOT = Duration.ofMinutes(30);

  private final Twin twin;
  private final Random random = new Random(4);
  private final Agenda agenda = new Agenda();
  private final List<String> typed = new ArrayList<>();
  private int number;

  TwinDay(Twin twin) {
    this.twin = twin;
  }

  /** All that was typed, on either side. */
  List<String> typed() {
    return typed;
  }

  void lives() throws Exception {
    for (var desk : twin.desks) {
      for (int n = 0; n < SLOTS; n++) {
        var from = OPENING.plus(SLOT.multipliedBy(n));
        plan(desk, new TimeSlot(from, from.plus(SLOT)));
      }
    }
    for (var hour : List.of("09:40", "12:10", "15:25")) {
      var from = Instant.parse("2027-03-01T" + hour + ":00Z");
      at(from, () -> twin.cut(true));
      at(from.plusSeconds(600), () -> twin.cut(false));
    }
    agenda.lives(twin);
  }

  private void at(Instant when, Agenda.Act act) {
    agenda.at(when, act);
  }

  private void plan(Space desk, TimeSlot slot) {
    var before = slot.from().minusSeconds(9000 + random.nextInt(900));
    if (random.nextInt(6) > 0) {
      var member = "m" + number++;
      at(before, () -> book(member, desk, slot));
      return;
    }
    var name = "staff-" + number++;
    at(before, () -> written(desk, name, slot));
    if (random.nextInt(3) == 0) {
      at(before.plusSeconds(700), () -> removed(desk, name));
    }
  }

  private void written(Space desk, String name, TimeSlot slot) throws Exception {
    if (twin.radicale.write(desk.id().value(), name, slot)) {
      typed.add("there\tevent\t" + name);
    }
  }

  private void removed(Space desk, String name) throws Exception {
    twin.radicale.remove(desk.id().value(), name);
    typed.add("there\tremove\t" + name);
  }

  private void book(String member, Space desk, TimeSlot slot) {
    var wanted =
        new Wanted(
            Optional.empty(),
            desk.id(),
            slot,
            Optional.empty(),
            1,
            Map.of(),
            Optional.empty(),
            Optional.empty());
    var asked = Answers.done(twin.hall.house.bookings.book(caller(member), wanted)).word();
    typed.add("here\tbook\t" + asked.id());
    var fate = random.nextInt(12);
    var later = slot.from().minus(FREE).minusSeconds(600);
    if (fate == 0) {
      at(later, () -> cancel(member, asked));
    } else if (fate == 1) {
      at(later, () -> calledOff(desk, asked));
    } else {
      if (fate == 2) {
        at(later, () -> move(member, asked));
      }
      visit(member, asked);
    }
  }

  private void cancel(String member, Booking booking) {
    if (now(booking).state().live() && inTime(booking)) {
      Answers.done(twin.hall.house.bookings.cancel(caller(member), booking.id(), ""));
      typed.add("here\tcancel\t" + booking.id());
    }
  }

  private boolean inTime(Booking booking) {
    return twin.hall.house.clock.instant().isBefore(booking.slot().from().minus(FREE));
  }

  private void calledOff(Space desk, Booking booking) throws Exception {
    if (now(booking).state() == State.CONFIRMED) {
      twin.radicale.remove(desk.id().value(), new Key(booking.id().value(), "home").uid());
      typed.add("there\tcalloff\t" + booking.id());
    }
  }

  private void move(String member, Booking booking) {
    var kept = twin.hall.house.store.get(Booking.class, booking.id(), Sight.PLATFORM).orElseThrow();
    if (kept.word().state() == State.CONFIRMED && inTime(booking)) {
      var shorter = new TimeSlot(booking.slot().from(), booking.slot().to().minusSeconds(300));
      var office = twin.hall.house.bookings;
      Answers.done(office.move(caller(member), booking.id(), shorter, kept.revision()));
      typed.add("here\tmove\t" + booking.id());
    }
  }

  private void visit(String member, Booking booking) {
    var come = booking.slot().from().plusSeconds(20 + random.nextInt(240));
    var go = booking.slot().to().minusSeconds(320 + random.nextInt(200));
    at(come, () -> arrive(member, booking));
    for (int n = 6 + random.nextInt(4); n > 0; n--) {
      var key = "x-" + number++;
      var used = come.plusSeconds(30 + random.nextInt(900));
      at(used, () -> used(key, booking));
      if (random.nextInt(6) == 0) {
        at(used.plusSeconds(200), () -> there(booking, "c" + key, "corrected", key, "2"));
      }
    }
    at(go, () -> leave(member, booking));
    if (random.nextInt(4) == 0) {
      var seconds = "" + (600 + random.nextInt(600));
      at(go.plusSeconds(400), () -> there(booking, "h-" + booking.id(), "corrected", "", seconds));
    }
  }

  private void arrive(String member, Booking booking) throws Exception {
    var reception = twin.hall.reception;
    if (now(booking).state() == State.CONFIRMED && random.nextBoolean()) {
      Answers.done(reception.checkIn(caller(member), Hall.with(booking)));
      typed.add("here\tarrived\t" + booking.id());
    } else {
      there(booking, "a-" + booking.id(), "arrived", "", "");
    }
  }

  private void leave(String member, Booking booking) throws Exception {
    var open = visitOf(booking).filter(Visit::open);
    if (open.isPresent() && random.nextBoolean()) {
      Answers.done(twin.hall.reception.checkOut(caller(member), open.get().id()));
      typed.add("here\tleft\t" + booking.id());
    } else {
      there(booking, "l-" + booking.id(), "left", "", "");
    }
  }

  private void used(String key, Booking booking) throws Exception {
    var visit = visitOf(booking);
    if (visit.isPresent()
        && !typed.contains("there\tcorrected\tc" + key)
        && key.hashCode() % 3 == 0) {
      var copies =
          new Reading(
              visit.get().id(),
              new ExtraId("cei-copy"),
              BigDecimal.valueOf(1 + random.nextInt(20)),
              Optional.of(twin.hall.house.clock.instant()),
              key);
      Answers.done(twin.hall.metering.read(twin.hall.house.desk("cei"), copies));
      typed.add("here\textra\t" + key);
    } else {
      there(booking, key, "extra", "photocopy", "" + (1 + random.nextInt(20)));
    }
  }

  /** Staff types it, if the guest is one that it expects, and what it corrects is its own. */
  private void there(Booking booking, String key, String kind, String what, String quantity)
      throws Exception {
    var expected = EXPECTED.contains(now(booking).state());
    var own = !key.startsWith("cx-") || typed.contains("there\textra\t" + what);
    if (expected && own) {
      var at = twin.hall.house.clock.instant();
      twin.enter(String.join(",", key, booking.id().value(), kind, at.toString(), what, quantity));
      typed.add("there\t" + kind + "\t" + key);
    }
  }

  private Optional<Visit> visitOf(Booking booking) {
    var query = Query.where("bookingId", booking.id().value());
    return twin.hall.house.store.find(Visit.class, query, Sight.PLATFORM).items().stream()
        .map(kept -> kept.word())
        .findFirst();
  }

  private Booking now(Booking booking) {
    return twin.hall
        .house
        .store
        .get(Booking.class, booking.id(), Sight.PLATFORM)
        .orElseThrow()
        .word();
  }

  private org.escale.caller.Caller caller(String member) {
    return twin.hall.house.member(member);
  }
}

package org.escale.core.opendata;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.core.fixture.Hall;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Published;
import org.escale.service.BookingOffice.Wanted;
import org.escale.service.OpenData.Content;
import org.escale.service.OpenData.Kind;
import org.escale.service.OpenData.Place;
import org.escale.service.OpenData.Publisher;
import org.escale.word.Query;
import org.escale.word.TimeSlot;

/**
 * Whoever follows the pages from any place, at any time and at any pace, ends with exactly what is
 * so; what is so is worked out here minute by minute.
 */
final class OpenDataProperties {
  private static final int DAYS = 3;
  private static final Instant EIGHT = Instant.parse("2027-03-01T07:00:00Z");

  /** Somebody who reads a page now and then. */
  private static final class Follower {
    private final Kind kind;
    private final Map<String, Content> has = new HashMap<>();
    private Place place = Place.START;

    Follower(Kind kind) {
      this.kind = kind;
    }

    boolean reads(OpenDataBoard board, int limit) {
      var page = board.page(kind, place, limit);
      for (var item : page) {
        assertTrue("pages go forward", item.place().compareTo(place) > 0);
        item.content()
            .ifPresentOrElse(
                content -> has.put(item.place().id(), content),
                () -> has.remove(item.place().id()));
        place = item.place();
      }
      return !page.isEmpty();
    }

    Set<String> free() {
      var all = new TreeSet<String>();
      has.values().forEach(c -> c.free().ifPresent(s -> all.add(c.space().id() + " " + s)));
      return all;
    }
  }

  private static final class Day implements AutoCloseable {
    final Hall hall = new Hall();
    final Offers offers =
        new Offers(hall.house.store, hall.house.freshness, hall.house.rules, hall.house.lines);
    final List<Follower> followers = new ArrayList<>();
    final Random random;
    OpenDataBoard board = board();

    Day(long seed) {
      random = new Random(seed);
    }

    OpenDataBoard board() {
      var settings = new Settings(new Publisher("http://x", "x"), DAYS, Duration.ofSeconds(10));
      return new OpenDataBoard(
          settings, hall.house.snapshots, offers, new Told(hall.house.store, hall.house.commits));
    }

    void something() {
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> book();
        case 3 -> cancel();
        case 4 -> hall.pass(Duration.ofMinutes(random.nextInt(600)));
        case 5 -> online(random.nextBoolean());
        case 6 -> board = board();
        case 7 -> followers.add(new Follower(Kind.SLOT));
        default -> board.run(hall.house.clock.instant());
      }
      followers.stream()
          .filter(one -> random.nextInt(3) == 0)
          .forEach(one -> one.reads(board, 1 + random.nextInt(4)));
    }

    private void book() {
      var from = hall.house.clock.instant().plusSeconds(60L * random.nextInt(DAYS * 1440));
      var slot = new TimeSlot(from, from.plusSeconds(60L * (1 + random.nextInt(240))));
      var wanted =
          new Wanted(
              Optional.empty(),
              new org.escale.federation.SpaceId("x-" + (1 + random.nextInt(2))),
              slot,
              Optional.empty(),
              1,
              Map.of(),
              Optional.empty(),
              Optional.empty());
      hall.house.bookings.book(hall.house.member("ann"), wanted);
    }

    private void cancel() {
      hall.all(Booking.class).stream()
          .filter(booking -> booking.state().live())
          .findAny()
          .ifPresent(b -> hall.house.bookings.cancel(hall.house.member("ann"), b.id(), "no"));
    }

    private void online(boolean up) {
      var kept =
          hall.house.store.get(Centre.class, new CentreId("x"), Sight.PLATFORM).orElseThrow();
      var c = kept.word();
      hall.house.put(
          new Centre(c.id(), c.site(), c.name(), c.kind(), c.home(), c.hours(), c.profile(), up),
          kept.revision());
    }

    /** Minute by minute: open from 8 to 18 in Brussels, winter, and nobody there. */
    Set<String> truth() {
      var truth = new TreeSet<String>();
      var up = hall.house.all(Centre.class).get(0).online();
      var now = hall.house.clock.instant();
      var today = Duration.between(EIGHT.minusSeconds(8 * 3600), now).toDays();
      for (long day = today; up && day < today + DAYS; day++) {
        for (var space : List.of("x-1", "x-2")) {
          gaps(space, EIGHT.plus(Duration.ofDays(day)), truth, now);
        }
      }
      return truth;
    }

    private void gaps(String space, Instant open, Set<String> truth, Instant now) {
      var live =
          hall.all(Booking.class).stream()
              .filter(b -> b.state().live() && b.space().value().equals(space))
              .map(Booking::slot)
              .toList();
      var points = new TreeMap<Instant, Boolean>();
      points.put(open, true);
      live.forEach(slot -> points.put(slot.to(), true));
      for (var from : points.keySet()) {
        var close = open.plus(Duration.ofHours(10));
        boolean begins =
            !from.isBefore(open)
                && from.isBefore(close)
                && live.stream().noneMatch(slot -> slot.contains(from));
        var end =
            live.stream()
                .map(TimeSlot::from)
                .filter(start -> !start.isBefore(from))
                .reduce(close, (a, b) -> a.isBefore(b) ? a : b);
        if (begins
            && Duration.between(from, end).compareTo(FreeTimes.SHORTEST) >= 0
            && end.isAfter(now)) {
          truth.add(space + " " + new TimeSlot(from, end));
        }
      }
    }

    @Override
    public void close() {
      hall.close();
    }
  }

  @Property(tries = 40)
  void whoFollowsFromAnywhereEndsWithWhatIsSo(@ForAll long seed) {
    try (var day = new Day(seed)) {
      day.followers.add(new Follower(Kind.SLOT));
      for (int step = 0; step < 60; step++) {
        day.something();
      }
      day.hall.pass(Duration.ofMinutes(1));
      day.board.run(day.hall.house.clock.instant());
      day.followers.add(new Follower(Kind.SLOT));
      var truth = day.truth();
      for (var follower : day.followers) {
        while (follower.reads(day.board, 3)) {
          assertTrue("a page is never empty before the end", follower.place.modified() > 0);
        }
        assertEquals(truth, follower.free());
      }
    }
  }

  @Property(tries = 5)
  void whatIsGoneIsToldForEightDaysAndThenForgotten(@ForAll long seed) {
    try (var day = new Day(seed)) {
      day.board.run(day.hall.house.clock.instant());
      int before = day.hall.all(Published.class).size();
      day.hall.pass(Duration.ofDays(1));
      day.board.run(day.hall.house.clock.instant());
      assertTrue(day.hall.all(Published.class).size() > before);
      day.online(false);
      day.board.run(day.hall.house.clock.instant());
      day.hall.pass(Duration.ofDays(9));
      day.board.run(day.hall.house.clock.instant());
      var left = day.hall.house.store.find(Published.class, Query.all(), Sight.PLATFORM).items();
      assertEquals(2, left.size());
      assertTrue(left.stream().allMatch(kept -> kept.word().free().isEmpty()));
    }
  }

  @Property(tries = 5)
  void whatDidNotChangeIsNotToldAgain(@ForAll long seed) {
    try (var day = new Day(seed)) {
      day.board.run(day.hall.house.clock.instant());
      long head = day.hall.house.store.head();
      day.board.run(day.hall.house.clock.instant().plusSeconds(90));
      day.board = day.board();
      day.board.run(day.hall.house.clock.instant().plusSeconds(180));
      assertEquals(head, day.hall.house.store.head());
      var slots = day.board.page(Kind.SLOT, Place.START, 100);
      assertEquals(2 * DAYS, slots.size());
      assertEquals(2, day.board.page(Kind.SPACE, Place.START, 100).size());
    }
  }
}

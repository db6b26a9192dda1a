package org.escale.core.feeds;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.BusyFeed;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.ForeignTimeId;
import org.escale.booking.Booking;
import org.escale.caller.Caller;
import org.escale.caller.RequestKey;
import org.escale.core.fixture.Hall;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.refusal.RefusalCode;
import org.escale.service.BookingOffice.Wanted;
import org.escale.service.Feeds;
import org.escale.service.Feeds.Busy;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Test;

/** Who makes an address, who ends it, and what is read there. */
public final class BusyFeedsTest {
  private static final SpaceId DESK = new SpaceId("x-1");
  private final Hall hall = new Hall();
  private final Feeds feeds =
      new BusyFeeds(
          hall.house.clock,
          hall.house.snapshots,
          hall.house.commits,
          hall.house.store,
          new OwnTimes(hall.house.store));
  private final Caller desk = hall.house.desk("x");

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void theSecretIsKeptNowhere() {
    var opened = done(feeds.open(desk, DESK, "the calendar on the wall"));
    var kept = hall.all(BusyFeed.class);
    assertEquals(1, kept.size());
    assertFalse(kept.toString().contains(opened.secret()));
    assertFalse(opened.toString().contains(opened.secret()));
    assertNotEquals(opened.secret(), done(feeds.open(desk, DESK, "another")).secret());
  }

  @Test
  public void reception_andTheOwnNetworkOnlyMakeAndEndThem() {
    hall.centre("y", 1);
    refused(RefusalCode.NOT_FOUND, feeds.open(hall.house.desk("y"), DESK, "theirs"));
    refused(RefusalCode.NOT_FOUND, feeds.open(hall.house.network("acme"), DESK, "theirs"));
    refused(RefusalCode.NOT_FOUND, feeds.open(desk, new SpaceId("nowhere"), "theirs"));
    refused(RefusalCode.NOT_ALLOWED, feeds.open(hall.house.member("ann"), DESK, "mine"));
    refused(RefusalCode.NOT_ALLOWED, feeds.open(Caller.NOBODY, DESK, "mine"));
    refused(RefusalCode.INVALID_FIELD, feeds.open(desk, DESK, " "));
    var feed = done(feeds.open(hall.house.network("borea"), DESK, "ours")).feed().word();
    refused(RefusalCode.NOT_FOUND, feeds.close(hall.house.desk("y"), feed.id()));
    refused(RefusalCode.NOT_ALLOWED, feeds.close(hall.house.federation(), feed.id()));
    assertEquals(1, hall.all(BusyFeed.class).size());
    done(feeds.close(desk, feed.id()));
    assertEquals(List.of(), hall.all(BusyFeed.class));
  }

  @Test
  public void onceEndedItIsLikeAnAddressThatNeverWas() {
    var opened = done(feeds.open(desk, DESK, "the calendar on the wall"));
    assertTrue(done(feeds.read(opened.secret())).isPresent());
    done(feeds.close(desk, opened.feed().word().id()));
    assertEquals(Optional.empty(), done(feeds.read(opened.secret())));
    assertEquals(Optional.empty(), done(feeds.read("A".repeat(43))));
    assertEquals(Optional.empty(), done(feeds.read("../../etc/passwd")));
    assertEquals(Optional.empty(), done(feeds.read(opened.feed().word().id().value())));
  }

  @Test
  public void twentyOfASpaceAreTheMost() {
    for (int i = 0; i < Feeds.MOST; i++) {
      done(feeds.open(desk, DESK, "number " + i));
    }
    refused(RefusalCode.TOO_MANY_REQUESTS, feeds.open(desk, DESK, "one more"));
    done(feeds.open(desk, new SpaceId("x-2"), "of another space"));
  }

  @Test
  public void b3_aRepeatedRequestMakesNoSecondAddressAndShowsNoSecret() {
    var key = new RequestKey("FeedsResource.open", "k", "d");
    var again = desk.under(key);
    done(feeds.open(again, DESK, "once"));
    refused(RefusalCode.ALREADY_EXISTS, feeds.open(again, DESK, "once"));
    assertEquals(1, hall.all(BusyFeed.class).size());
  }

  @Test
  public void whatIsBookedIsBusyUntilItIsCalledOff() {
    var secret = done(feeds.open(desk, DESK, "wall")).secret();
    var booking = hall.book("ann", "x-1", "2027-03-02T09:00:00Z", Duration.ofHours(2));
    hall.book("bob", "x-2", "2027-03-02T09:00:00Z", Duration.ofHours(2));
    var busy = read(secret);
    assertEquals(List.of(booking.slot()), busy.stream().map(Busy::slot).toList());
    var moved = new TimeSlot(booking.slot().from().plusSeconds(3600), booking.slot().to());
    done(hall.house.bookings.move(hall.house.member("ann"), booking.id(), moved, 1));
    assertEquals(new Busy(busy.get(0).id(), moved, false), read(secret).get(0));
    done(hall.house.bookings.cancel(hall.house.member("ann"), booking.id(), "ill"));
    assertEquals(List.of(), read(secret));
  }

  @Test
  public void aHoldIsTentativeAndAnArrivalIsNotTold() {
    var secret = done(feeds.open(desk, DESK, "wall")).secret();
    var slot = slot("2027-03-01T08:00:00Z", 3);
    var held = hold(slot);
    assertTrue(read(secret).get(0).tentative());
    done(hall.house.bookings.confirm(hall.house.member("ann"), held.id()));
    var promised = read(secret);
    assertFalse(promised.get(0).tentative());
    done(hall.reception.checkIn(hall.house.member("ann"), Hall.with(held)));
    assertEquals(promised, read(secret));
  }

  @Test
  public void whatACentreToldUsIsNotToldOn() {
    var secret = done(feeds.open(desk, DESK, "wall")).secret();
    var theirs =
        new ForeignTime(
            new ForeignTimeId("t"),
            new CentreId("x"),
            DESK,
            "f",
            "1",
            List.of(slot("2027-03-03T09:00:00Z", 1)));
    hall.house.put(theirs);
    assertEquals(1, hall.house.store.busy(DESK, slot("2027-03-03T00:00:00Z", 24)).size());
    assertEquals(List.of(), read(secret));
  }

  @Test
  public void idsStayInEveryAddressOfASpaceAndSayNothing() {
    var one = done(feeds.open(desk, DESK, "one")).secret();
    var two = done(feeds.open(desk, DESK, "two")).secret();
    var booking = hall.book("ann", "x-1", "2027-03-02T09:00:00Z", Duration.ofHours(2));
    assertEquals(read(one), read(two));
    assertFalse(read(one).get(0).id().contains(booking.id().value()));
    assertTrue(read(one).get(0).id().matches("[0-9a-f]{32}"));
  }

  @Test
  public void whatIsOverForADayIsForgotten() {
    var secret = done(feeds.open(desk, DESK, "wall")).secret();
    hall.book("ann", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(1));
    hall.house.clock.advance(Duration.ofHours(25));
    assertEquals(1, read(secret).size());
    hall.house.clock.advance(Duration.ofHours(2));
    assertEquals(List.of(), read(secret));
  }

  private Booking hold(TimeSlot slot) {
    var wanted =
        new Wanted(
            Optional.empty(),
            DESK,
            slot,
            Optional.empty(),
            1,
            java.util.Map.of(),
            Optional.of(Duration.ofMinutes(10)),
            Optional.empty());
    return done(hall.house.bookings.book(hall.house.member("ann"), wanted)).word();
  }

  private List<Busy> read(String secret) {
    var times = done(feeds.read(secret)).orElseThrow();
    assertEquals(DESK, times.feed().space());
    return times.busy();
  }

  private static TimeSlot slot(String from, int hours) {
    var start = Instant.parse(from);
    return new TimeSlot(start, start.plus(Duration.ofHours(hours)));
  }
}

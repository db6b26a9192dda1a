package org.escale.tck.centre;

import static org.escale.tck.centre.StaffEvent.once;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.StaffEvent.Shape;
import org.escale.word.TimeSlot;
import org.junit.Test;

/** The rules CF1 to CF7 of {@link org.escale.spi.centre.CentreFeed}. */
public abstract class CentreFeedContract extends CentreContract {
  private static final int MANY = 120;

  @Test
  public void cf1_whatOnlyTouchesTheSlotIsNotGiven() throws Exception {
    var space = bench().space("cf1");
    bench().staff().write(space, once("before", hours(10, 11)));
    bench().staff().write(space, once("after", hours(12, 13)));
    assertBusy(space, hours(11, 12));
    assertBusy(space, hours(10, 13), hours(10, 11), hours(12, 13));
    assertEquals(2, link().feed().pull(space, hours(10, 13)).entries().size());
  }

  @Test
  public void cf1_whatBeginsBeforeOrEndsAfterIsGivenWhole() throws Exception {
    var space = bench().space("cf1-long");
    bench().staff().write(space, once("long", hours(8, 18)));
    assertBusy(space, hours(11, 12), hours(8, 18));
  }

  @Test
  public void cf2_aSeriesIsExpandedOverTheChangeOfTheClock() throws Exception {
    if (unknownHere(Shape.DAILY)) {
      return;
    }
    var space = bench().space("cf2");
    var first = slot("2027-03-27T09:00", "2027-03-27T10:00");
    bench().staff().write(space, new StaffEvent("series", Shape.DAILY, first, "standup"));
    assertBusy(
        space,
        slot("2027-03-20T00:00", "2027-04-20T00:00"),
        first,
        slot("2027-03-29T09:00", "2027-03-29T10:00"),
        slot("2027-03-30T09:00", "2027-03-30T10:00"));
    assertBusy(
        space,
        slot("2027-03-29T08:00", "2027-03-29T12:00"),
        slot("2027-03-29T09:00", "2027-03-29T10:00"));
    assertBusy(space, slot("2027-03-28T08:00", "2027-03-28T12:00"));
  }

  @Test
  public void cf3_transparentAndCancelledIsNotBusy() throws Exception {
    var space = bench().space("cf3");
    for (var shape : List.of(Shape.TRANSPARENT, Shape.CANCELLED)) {
      if (!unknownHere(shape)) {
        bench().staff().write(space, new StaffEvent(shape.name(), shape, hours(10, 11), "no"));
      }
    }
    bench().staff().write(space, once("real", hours(14, 15)));
    assertBusy(space, hours(0, 24), hours(14, 15));
  }

  @Test
  public void cf4_aWholeDayIsTheCentresMidnightToMidnight() throws Exception {
    if (unknownHere(Shape.WHOLE_DAY)) {
      return;
    }
    var space = bench().space("cf4");
    var day = slot("2027-03-28T00:00", "2027-03-29T00:00");
    assertEquals(23, day.length().toHours());
    bench().staff().write(space, new StaffEvent("day", Shape.WHOLE_DAY, day, "closed"));
    assertBusy(space, slot("2027-03-20T00:00", "2027-04-20T00:00"), day);
    assertBusy(space, slot("2027-03-29T00:00", "2027-03-29T12:00"));
  }

  @Test
  public void cf6_everyChangeIsSeen() throws Exception {
    var space = bench().space("cf6");
    bench().staff().write(space, once("stays", hours(8, 9)));
    bench().staff().write(space, once("moves", hours(10, 11)));
    bench().staff().write(space, once("goes", hours(12, 13)));
    var seen = new HashMap<String, ForeignEntry>();
    var cursor = read(space, Optional.empty(), seen);
    assertEquals(List.of(hours(8, 9), hours(10, 11), hours(12, 13)), slots(seen));
    bench().staff().write(space, once("moves", hours(15, 16)));
    bench().staff().remove(space, "goes");
    bench().staff().write(space, once("comes", hours(18, 19)));
    cursor = read(space, Optional.of(cursor), seen);
    assertEquals(List.of(hours(8, 9), hours(15, 16), hours(18, 19)), slots(seen));
    read(space, Optional.of(cursor), seen);
    assertEquals(List.of(hours(8, 9), hours(15, 16), hours(18, 19)), slots(seen));
  }

  @Test
  public void cf6_noneOfManyIsLost() throws Exception {
    var space = bench().space("cf6-many");
    var start = hours(0, 1);
    for (int i = 0; i < MANY; i++) {
      bench().staff().write(space, once("many-" + i, later(start, i)));
    }
    var seen = new HashMap<String, ForeignEntry>();
    read(space, Optional.empty(), seen);
    assertEquals(MANY, slots(seen).size());
    assertEquals(MANY, busy(space, YEAR).size());
  }

  @Test
  public void cf7_anUnknownCursorIsAReset() throws Exception {
    var space = bench().space("cf7");
    bench().staff().write(space, once("there", hours(8, 9)));
    assertTrue(changes(space, Optional.of(new Cursor("never-given"))).reset());
  }

  private boolean unknownHere(Shape shape) {
    var unknown = !bench().staff().shapes().contains(shape);
    if (unknown) {
      System.out.println(getClass().getSimpleName() + ": this system has no " + shape);
    }
    return unknown;
  }

  private Cursor read(SpaceRef space, Optional<Cursor> from, Map<String, ForeignEntry> seen)
      throws CentreException {
    var page = changes(space, from);
    assertFalse("a cursor just given is known", page.reset());
    page.entries().forEach(entry -> seen.put(entry.id(), entry));
    return page.more() ? read(space, Optional.of(page.next()), seen) : page.next();
  }

  private ChangePage changes(SpaceRef space, Optional<Cursor> from) throws CentreException {
    return link().feed().changes(space, new Since(from, YEAR, 50));
  }

  private static List<TimeSlot> slots(Map<String, ForeignEntry> seen) {
    var all = new ArrayList<TimeSlot>();
    seen.values().forEach(entry -> all.addAll(entry.slots()));
    all.sort(java.util.Comparator.comparing(TimeSlot::from));
    return all.stream().collect(Collectors.toList());
  }

  private static TimeSlot slot(String from, String to) {
    return new TimeSlot(local(from), local(to));
  }

  private static TimeSlot later(TimeSlot slot, int hours) {
    return new TimeSlot(
        slot.from().plusSeconds(hours * 3600L), slot.to().plusSeconds(hours * 3600L));
  }
}

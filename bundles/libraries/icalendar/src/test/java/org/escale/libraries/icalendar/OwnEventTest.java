package org.escale.libraries.icalendar;

import static org.escale.libraries.icalendar.Texts.busy;
import static org.escale.libraries.icalendar.Texts.slot;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.word.TimeSlot;
import org.junit.Test;

/** What we write is what we read again. */
public class OwnEventTest {
  private static final TimeSlot SLOT = slot("2027-10-31T01:30", "2027-10-31T04:00");
  private static final OwnEvent HELD =
      new OwnEvent(
          "b1@tck.escale", SLOT, true, Instant.parse("2027-10-30T12:00:00Z"), "Éscale; b1, x");

  @Test
  public void cd4_heldAndFirmComeBack() throws Exception {
    assertEquals(Optional.of(HELD), OwnEvent.of(HELD.text()));
    assertEquals(Optional.of(HELD.firm()), OwnEvent.of(HELD.firm().text()));
    assertEquals(List.of(SLOT), busy(HELD.text()));
    assertTrue(HELD.text().contains("DTSTART:20271030T233000Z"));
  }

  @Test
  public void cd1_theSameEventIsTheSameText() {
    assertEquals(HELD.text(), HELD.text());
  }

  @Test
  public void cd5_whatSomebodyElseWroteIsNotOurs() throws Exception {
    assertEquals(Optional.empty(), OwnEvent.of(Texts.calendar(Texts.event("DTSTART:20270510"))));
    var series = HELD.text().replace("STATUS", "RRULE:FREQ=DAILY\r\nSTATUS");
    assertEquals(Optional.empty(), OwnEvent.of(series));
    var calledOff = HELD.text().replace("TENTATIVE", "CANCELLED");
    assertEquals(Optional.empty(), OwnEvent.of(calledOff));
  }
}

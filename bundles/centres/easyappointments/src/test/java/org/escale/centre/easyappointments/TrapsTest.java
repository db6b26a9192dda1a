package org.escale.centre.easyappointments;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.centre.easyappointments.RecordedEasyAppointments.Item;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What Easy!Appointments was seen to do, one trap each. */
public class TrapsTest {
  private static final TimeSlot YEAR = slot("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
  private static final TimeSlot SLOT = slot("2027-05-10T08:00:00Z", "2027-05-10T09:00:00Z");

  private RecordedLab lab;
  private SpaceRef space;
  private CentreLink link;

  @Before
  public void open() throws IOException, CentreException {
    lab = new RecordedLab();
    space = lab.space("traps");
    link = lab.adapter().open(lab.config(Optional.empty()));
  }

  @After
  public void close() {
    link.close();
    lab.close();
  }

  @Test
  public void whatOverlapsIsAccepted201SoNoMoreThanLookingIsClaimed() throws Exception {
    lab.system().put(0, RecordedLab.item(space, "theirs", SLOT));
    assertTrue(hold("b1", SLOT) instanceof DeskAnswer.Done);
    assertEquals(List.of(201), lab.system().answered());
    assertEquals(TruthMode.CENTRE_CHECKED, link.probe(space).claims());
    assertEquals(2, link.feed().pull(space, SLOT).entries().size());
  }

  @Test
  public void timesWithoutAZoneAreOfTheStatedZone() throws Exception {
    hold("b1", SLOT);
    var item = lab.system().items().values().iterator().next();
    assertEquals("2027-05-10 10:00:00", item.start());
    assertEquals(List.of(SLOT), busy());
  }

  @Test
  public void e4_aTimeThatExistsTwiceIsTakenLongAndNeverWritten() throws Exception {
    var room = Integer.parseInt(space.value());
    var odd = new Item("appointments", room, "x", "2027-10-31 02:15:00", "2027-10-31 02:30:00");
    lab.system().put(0, odd);
    assertEquals(List.of(slot("2027-10-31T00:15:00Z", "2027-10-31T01:30:00Z")), busy());
    var ours = slot("2027-10-31T00:30:00Z", "2027-10-31T02:00:00Z");
    assertEquals(new DeskAnswer.Refused("clock"), hold("b1", ours));
    assertEquals(List.of(), lab.system().answered());
  }

  @Test
  public void aRoomIsAProviderAndItsOtherAbsencesKeepItBusyToo() throws Exception {
    var room = Integer.parseInt(space.value());
    var from = "2027-05-10 10:00:00";
    var to = "2027-05-10 11:00:00";
    lab.system().put(0, new Item("appointments", room + 1, "of another room", from, to));
    assertEquals(List.of(), busy());
    lab.system().put(0, new Item("unavailabilities", room, "canary", from, to));
    lab.system().put(0, new Item("blocked_periods", 0, "canary", from, to));
    assertEquals(List.of(SLOT, SLOT), busy());
  }

  @Test
  public void aWebhookThatRingsTwiceIsReadTwiceAndCountsOnce() throws Exception {
    lab.system().put(0, RecordedLab.item(space, "theirs", SLOT));
    var first = link.feed().changes(space, new Since(Optional.empty(), YEAR, 50));
    assertEquals(1, first.entries().size());
    var again = link.feed().changes(space, new Since(Optional.of(first.next()), YEAR, 50));
    assertEquals(List.of(), again.entries());
  }

  @Test
  public void thereIsNoKeyOfOursSoItStandsInTheNotes() throws Exception {
    hold("b1", SLOT);
    assertTrue(lab.reads(space), lab.reads(space).contains("Escale | b1@here.escale | held"));
    assertTrue(hold("b1", SLOT) instanceof DeskAnswer.Done);
    assertEquals(1, lab.system().items().size());
  }

  private DeskAnswer hold(String booking, TimeSlot slot) {
    var request = new HoldRequest(space, new Key(booking, "here"), slot, slot.from(), "Escale");
    return link.desk().orElseThrow().hold(request);
  }

  private List<TimeSlot> busy() throws CentreException {
    return link.feed().pull(space, YEAR).entries().stream()
        .flatMap(entry -> entry.slots().stream())
        .toList();
  }

  private static TimeSlot slot(String from, String to) {
    return new TimeSlot(Instant.parse(from), Instant.parse(to));
  }
}

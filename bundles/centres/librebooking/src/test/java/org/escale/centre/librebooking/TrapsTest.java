package org.escale.centre.librebooking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.escale.centre.librebooking.RecordedLibreBooking.Item;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What LibreBooking was seen to do, one trap each. */
public class TrapsTest {
  private static final TimeSlot SLOT =
      new TimeSlot(Instant.parse("2027-05-10T08:00:00Z"), Instant.parse("2027-05-10T09:00:00Z"));
  private static final Key KEY = new Key("b1", "here");

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
  public void everyOptionalMemberIsSentBecauseOneLeftOutIsAnswered500() {
    var held = hold(SLOT);
    assertTrue(held.toString(), held instanceof DeskAnswer.Done);
    var firm = link.desk().orElseThrow().confirm(((DeskAnswer.Done) held).ref());
    assertTrue(firm.toString(), firm instanceof DeskAnswer.Done);
  }

  @Test
  public void theSessionOfThirtyMinutesIsRenewedUnseen() throws Exception {
    assertEquals(0, busy());
    lab.system().forgetSessions();
    assertEquals(0, busy());
    lab.system().forgetSessions();
    assertTrue(hold(SLOT) instanceof DeskAnswer.Done);
    var times = lab.system().asked().stream().filter(a -> a.contains("Authenticate")).count();
    assertEquals(3, times);
  }

  @Test
  public void aLoginThatFailsSays200AndIsDeniedAllTheSame() throws Exception {
    var url = "http://127.0.0.1:" + lab.address().orElseThrow().getPort();
    var config = lab.config(url + RecordedLibreBooking.HOME, "canary");
    try (var stranger = lab.adapter().open(config)) {
      assertEquals("LibreBooking does not know us by that name", stranger.health().text());
    }
  }

  @Test
  public void availabilityIsNeverAskedBecauseItSaidFreeInsideABooking() throws Exception {
    lab.system().staff("theirs", new Item(space.value(), "x", SLOT, false));
    assertEquals(1, busy());
    hold(SLOT);
    link.probe(space);
    assertFalse(lab.system().asked().stream().anyMatch(asked -> asked.contains("Availab")));
  }

  @Test
  public void timesAreReadInUtcAsListsSayAndInTheUsersZoneAsOneGetSays() throws Exception {
    var zoned = "{'referenceNumber':'r','startDate':'2027-05-10T04:00:00-0400',";
    assertEquals(SLOT, read(zoned + "'endDate':'2027-05-10T05:00:00-04:00'}").slot());
    var utc = "{'referenceNumber':'r','startDate':'2027-05-10T08:00:00+0000',";
    assertEquals(SLOT, read(utc + "'endDate':'2027-05-10T09:00:00Z'}").slot());
    hold(SLOT);
    var asked = lab.system().asked();
    assertFalse(asked.stream().anyMatch(a -> a.matches("GET Reservations/[^?].*")));
  }

  @Test
  public void thereIsNoKeyOfOursSoItStandsInTheTitleAndIsFoundByListing() throws Exception {
    hold(SLOT);
    assertTrue(lab.reads(space), lab.reads(space).contains("Escale | b1@here.escale | held"));
    try (var after = lab.adapter().open(lab.config(Optional.empty()))) {
      assertTrue(after.desk().orElseThrow().lookup(space, KEY).orElseThrow().tentative());
    }
  }

  @Test
  public void aRefusalIn400IsUnderstoodWithoutItsWords() {
    lab.system().staff("theirs", new Item(space.value(), "x", SLOT, false));
    assertEquals(new DeskAnswer.Conflict(), hold(SLOT));
  }

  @Test
  public void whatSomebodyHasToApproveIsNotConfirmed() throws Exception {
    lab.system().needsApproval();
    hold(SLOT);
    var there = link.desk().orElseThrow().lookup(space, KEY).orElseThrow();
    var answer =
        link.desk().orElseThrow().confirm(new ForeignRef(space, KEY, there.id(), there.revision()));
    assertEquals(new DeskAnswer.Refused("needs-approval"), answer);
  }

  @Test
  public void secondsAreRefusedBecauseTheyWouldBeLeftOut() {
    var odd = new TimeSlot(SLOT.from().plusSeconds(1), SLOT.to());
    assertEquals(new DeskAnswer.Refused("minutes"), hold(odd));
  }

  private DeskAnswer hold(TimeSlot slot) {
    var request = new HoldRequest(space, KEY, slot, slot.from(), "Escale");
    return link.desk().orElseThrow().hold(request);
  }

  private int busy() throws CentreException {
    return link.feed().pull(space, SLOT).entries().size();
  }

  private static Reservation read(String json) throws Exception {
    return Reservation.of(new ObjectMapper().readTree(json.replace('\'', '"')));
  }
}

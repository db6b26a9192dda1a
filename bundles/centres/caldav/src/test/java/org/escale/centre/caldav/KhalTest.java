package org.escale.centre.caldav;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

/** A1 with staff who use programs that nobody here wrote. */
public class KhalTest {
  private static final TimeSlot DAYS = slot("2027-05-10T00:00", "2027-05-15T00:00");

  private final DavLab lab = DavLab.of(Program.RADICALE);
  private SpaceRef space;
  private Khal khal;
  private CentreLink link;

  @Before
  public void open() throws Exception {
    space = lab.space("khal");
    var folder = lab.server().folder().resolve("khal");
    khal = new Khal(folder, lab.address().orElseThrow().getPort(), space);
    link = lab.adapter().open(lab.config(Optional.empty()));
  }

  @After
  public void close() {
    link.close();
  }

  @Test
  public void a1_whatEitherSideWritesTheOtherSees() throws Exception {
    khal.writes("-a", "room", "2027-05-10", "10:00", "11:00", "canary-marie");
    khal.writes("-a", "room", "2027-05-11", "canary-closed");
    khal.writes(
        "-a", "room", "-r", "daily", "-u", "2027-05-14", "2027-05-12", "09:00", "10:00", "x");
    khal.synchronises();
    var theirs =
        List.of(
            slot("2027-05-10T10:00", "2027-05-10T11:00"),
            slot("2027-05-11T00:00", "2027-05-12T00:00"),
            slot("2027-05-12T09:00", "2027-05-12T10:00"),
            slot("2027-05-13T09:00", "2027-05-13T10:00"));
    assertEquals(theirs, busy().subList(0, theirs.size()));
    var cursor = link.feed().changes(space, new Since(Optional.empty(), DAYS, 50)).next();

    var desk = link.desk().orElseThrow();
    var ours = slot("2027-05-10T12:00", "2027-05-10T13:00");
    var request = new HoldRequest(space, new Key("b1", "tck"), ours, ours.from(), "Escale b1");
    var held = desk.hold(request);
    assertTrue(desk.confirm(((DeskAnswer.Done) held).ref()) instanceof DeskAnswer.Done);
    khal.synchronises();
    var shown = khal.shows("2027-05-10", "1d");
    assertTrue(shown, shown.contains("12:00-13:00 Escale b1"));

    khal.deletes("Escale b1");
    khal.deletes("canary-marie");
    khal.synchronises();
    assertFalse(busy().contains(ours));
    var changes = link.feed().changes(space, new Since(Optional.of(cursor), DAYS, 50));
    assertEquals(2, changes.entries().stream().filter(e -> e.slots().isEmpty()).count());
    assertTrue(desk.lookup(space, request.key()).isEmpty());
  }

  private List<TimeSlot> busy() throws Exception {
    return link.feed().pull(space, DAYS).entries().stream()
        .flatMap(entry -> entry.slots().stream())
        .sorted(Comparator.comparing(TimeSlot::from))
        .toList();
  }

  private static TimeSlot slot(String from, String to) {
    var brussels = ZoneId.of("Europe/Brussels");
    return new TimeSlot(
        LocalDateTime.parse(from).atZone(brussels).toInstant(),
        LocalDateTime.parse(to).atZone(brussels).toInstant());
  }
}

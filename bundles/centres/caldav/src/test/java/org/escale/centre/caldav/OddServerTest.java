package org.escale.centre.caldav;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.escale.federation.CentreId;
import org.escale.federation.TruthMode;
import org.escale.libraries.link.Entrance;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreDesk;
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

/**
 * What DAViCal, SOGo and SabreDAV were seen saying in races: the answer counts less than a look.
 */
public class OddServerTest {
  private static final SpaceRef SPACE = new SpaceRef("/room/");
  private static final Key KEY = new Key("b1", "tck");
  private static final TimeSlot SLOT =
      new TimeSlot(Instant.parse("2027-05-10T08:00:00Z"), Instant.parse("2027-05-10T09:00:00Z"));

  private OddServer server;
  private CentreLink link;
  private CentreDesk desk;

  @Before
  public void open() throws Exception {
    server = new OddServer();
    var url = "http://127.0.0.1:" + server.address().getPort() + "/";
    var settings = Map.of(Entrance.URL, url, Entrance.LOCAL_TOO, "true");
    var config =
        new CentreConfig(
            new CentreId("odd"), ZoneId.of("Europe/Brussels"), settings, Duration.ofSeconds(2));
    link = new CalDavAdapter(Clock.systemUTC()).open(config);
    desk = link.desk().orElseThrow();
  }

  @After
  public void close() {
    link.close();
    server.close();
  }

  @Test
  public void cd1_anErrorThatHasWrittenIsDone() {
    server.writes(true, 500);
    var held = done(hold());
    server.writes(true, 503);
    var firm = done(desk.confirm(held));
    assertEquals(held.id(), firm.id());
    done(desk.cancel(firm));
  }

  @Test
  public void cd2_anErrorThatHasNotWrittenIsUnknown() {
    server.writes(false, 500);
    assertEquals(new DeskAnswer.Unknown(), hold());
    server.writes(true, 201);
    var held = done(hold());
    server.writes(false, 500);
    assertEquals(new DeskAnswer.Unknown(), desk.confirm(held));
    assertEquals(new DeskAnswer.Unknown(), desk.cancel(held));
  }

  @Test
  public void aSuccessThatHasNotWrittenIsNotDone() throws Exception {
    server.writes(false, 207);
    assertTrue(hold() instanceof DeskAnswer.Unavailable);
    server.writes(true, 201);
    var held = done(hold());
    server.writes(false, 204);
    assertEquals(new DeskAnswer.Conflict(), desk.confirm(held));
    assertTrue(desk.cancel(held) instanceof DeskAnswer.Refused);
    assertTrue(desk.lookup(SPACE, KEY).isPresent());
  }

  @Test
  public void ca2_whatDoesNotFindItsOwnSeriesIsNotBookedIn() throws Exception {
    assertEquals(TruthMode.REQUEST, link.probe(SPACE).claims());
  }

  @Test
  public void aRefusalIsNamedByItsNumber() {
    server.writes(false, 415);
    assertEquals(new DeskAnswer.Refused("status-415"), hold());
    server.writes(false, 423);
    assertEquals(new DeskAnswer.Unavailable(), hold());
  }

  private DeskAnswer hold() {
    return desk.hold(new HoldRequest(SPACE, KEY, SLOT, SLOT.from(), "Escale"));
  }

  private static ForeignRef done(DeskAnswer answer) {
    assertTrue(answer.toString(), answer instanceof DeskAnswer.Done);
    return ((DeskAnswer.Done) answer).ref();
  }
}

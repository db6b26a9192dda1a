package org.escale.centre.caldav;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.CentreId;
import org.escale.libraries.link.Entrance;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.ForeignPlace;
import org.escale.spi.centre.SpaceRef;
import org.junit.Test;

/** How the calendars of an account are found, from wherever one begins. */
public class DiscoveryTest {
  private static List<ForeignPlace> from(Program program, String path, String password)
      throws Exception {
    var port = DavLab.of(program).address().orElseThrow().getPort();
    var settings =
        Map.of(
            Entrance.URL,
            "http://127.0.0.1:" + port + path,
            Entrance.LOCAL_TOO,
            "true",
            Entrance.USERNAME,
            program.username(),
            Entrance.PASSWORD,
            password);
    var config =
        new CentreConfig(
            new CentreId("centre"), ZoneId.of("Europe/Brussels"), settings, Duration.ofSeconds(5));
    try (var link = new CalDavAdapter(Clock.systemUTC()).open(config)) {
      return link.discover().orElseThrow();
    }
  }

  private static List<SpaceRef> refs(List<ForeignPlace> places) {
    return places.stream().map(ForeignPlace::ref).toList();
  }

  @Test
  public void ca7_theAddressOfTheServerAloneLeadsToTheCalendars() throws Exception {
    for (var program : List.of(Program.RADICALE, Program.CYRUS, Program.SABREDAV)) {
      var space = DavLab.of(program).space("root");
      var found = from(program, "/", "secret");
      assertTrue(program + " " + found, refs(found).contains(space));
    }
  }

  @Test
  public void ca7_theAddressOfOneCalendarIsThatCalendar() throws Exception {
    DavLab.of(Program.RADICALE).space("other");
    var space = DavLab.of(Program.RADICALE).space("one");
    assertEquals(List.of(space), refs(from(Program.RADICALE, space.value(), "secret")));
  }

  @Test
  public void whoIsNotLetInIsTold() {
    var no = assertThrows(CentreException.class, () -> from(Program.RADICALE, "/", "wrong"));
    assertEquals(Trouble.DENIED, no.trouble());
  }

  @Test
  public void aServerSaysWhatTimeItIsThere() throws Exception {
    var lab = DavLab.of(Program.RADICALE);
    try (var link = lab.adapter().open(lab.config(Optional.empty()))) {
      var there = link.health().clock().orElseThrow();
      assertTrue(Duration.between(there, Clock.systemUTC().instant()).abs().toMinutes() < 2);
    }
  }
}

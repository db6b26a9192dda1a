package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.adapter.BusyFeed;
import org.escale.adapter.FeedId;
import org.escale.centre.icalendar.IcalendarAdapter;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Json;
import org.escale.service.Feeds;
import org.escale.service.Feeds.Busy;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Private busy calendars, as the door gives them and as real programs read them. */
public final class FeedsDoorTest {
  private static final String SECRET = "s".repeat(43);
  private static final String PATH = "/api/v1/feeds/" + SECRET + "/busy.ics";
  private static final BusyFeed FEED =
      new BusyFeed(
          new FeedId("f".repeat(64)), Town.MILL, Optional.empty(), Town.DESK, "wall", Town.NINE);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final House house = new House();
  private final String desk = "Bearer " + Town.desk(house.tokens);
  private final AtomicReference<List<Busy>> busy = new AtomicReference<>(List.of());

  @Before
  public void keep() {
    house
        .service(Feeds.class)
        .to("open", args -> Outcome.done(new Feeds.Opened(SECRET, house.ground.put(FEED))))
        .to("close", args -> Outcome.done(FEED.id()))
        .to("read", args -> Outcome.done(times((String) args[0])));
  }

  @After
  public void close() {
    house.close();
  }

  private Optional<Feeds.Times> times(String secret) {
    return secret.equals(SECRET)
        ? Optional.of(new Feeds.Times(FEED, busy.get()))
        : Optional.empty();
  }

  @Test
  public void theAddressIsShownOnceAndNeverAgain() throws Exception {
    var made = send("POST", "/api/v1/spaces/mill-desk-1/feeds", "{\"name\":\"wall\"}");
    assertEquals(made.body(), 201, made.statusCode());
    assertEquals(PATH, Json.mapper().readTree(made.body()).path("path").asText());
    var list = send("GET", "/api/v1/spaces/mill-desk-1/feeds", "");
    assertTrue(list.body(), list.body().contains("\"wall\""));
    assertFalse(list.body(), list.body().contains(SECRET));
    assertEquals(404, send("DELETE", "/api/v1/spaces/other/feeds/" + FEED.id(), "").statusCode());
    var ended = send("DELETE", "/api/v1/spaces/mill-desk-1/feeds/" + FEED.id(), "");
    assertEquals(204, ended.statusCode());
    assertEquals(
        List.of(
            "done desk POST:/spaces/{id}/feeds DONE",
            "refused desk DELETE:/spaces/{id}/feeds/{feed} NOT_FOUND",
            "done desk DELETE:/spaces/{id}/feeds/{feed} DONE"),
        house.book.lines());
  }

  @Test
  public void whoeverKnowsTheAddressReadsAndNobodyElse() {
    var read = house.stand.send("GET", PATH, "");
    assertEquals(read.body(), 200, read.statusCode());
    assertEquals("text/calendar;charset=UTF-8", header(read, "Content-Type"));
    assertEquals("private, no-cache", header(read, "Cache-Control"));
    var odd = house.stand.send("GET", PATH, "", "Accept", "application/json");
    assertEquals("text/calendar;charset=UTF-8", header(odd, "Content-Type"));
    var guessed = house.stand.send("GET", PATH.replace("ss", "st"), "");
    assertEquals(404, guessed.statusCode());
    assertFalse(guessed.body(), guessed.body().contains("stst"));
    assertFalse(house.book.lines().toString(), house.book.lines().toString().contains("stst"));
  }

  @Test
  public void whatDidNotChangeIsNotSentAgain() {
    var slot = slot("2027-01-05T09:00:00Z", 60);
    busy.set(List.of(new Busy("a", slot, false)));
    var first = house.stand.send("GET", PATH, "");
    var tag = header(first, "ETag");
    var again = house.stand.send("GET", PATH, "", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(tag, header(again, "ETag"));
    busy.set(List.of(new Busy("a", slot, true)));
    var changed = house.stand.send("GET", PATH, "", "If-None-Match", tag);
    assertEquals(200, changed.statusCode());
    assertFalse(tag.equals(header(changed, "ETag")));
  }

  @Test
  public void a2_onlyTimesLeaveInUtcAndNoneShorterThanItIs() {
    var from = Instant.parse("2027-10-31T00:30:00Z");
    busy.set(List.of(new Busy("a", new TimeSlot(from, from.plusMillis(1500)), false)));
    var lines = house.stand.send("GET", PATH, "").body().split("\r\n", -1);
    var event = List.of(lines).subList(lines.length - 12, lines.length - 2);
    assertEquals(
        List.of(
            "BEGIN:VEVENT",
            "UID:a",
            "DTSTAMP:20270104T080000Z",
            "DTSTART:20271031T003000Z",
            "DTEND:20271031T003002Z",
            "SUMMARY:Busy",
            "STATUS:CONFIRMED",
            "CLASS:PRIVATE",
            "TRANSP:OPAQUE",
            "END:VEVENT"),
        event);
  }

  @Test
  public void aProgramOfTheStaffShowsThemAndForgetsWhatWasCalledOff() throws Exception {
    var staff = new Subscriber(folder.getRoot().toPath(), url());
    assertEquals(List.of(), staff.fetch().shown("2027-01-05"));
    var one = new Busy("a".repeat(32), slot("2027-01-05T09:00:00Z", 90), false);
    var two = new Busy("b".repeat(32), slot("2027-01-05T12:00:00Z", 15), true);
    busy.set(List.of(one, two));
    assertEquals(
        List.of("10:00 11:30 Busy", "13:00 13:15 Busy"), staff.fetch().shown("2027-01-05"));
    busy.set(List.of(new Busy(one.id(), slot("2027-01-05T15:00:00Z", 60), false)));
    assertEquals(List.of("16:00 17:00 Busy"), staff.fetch().shown("2027-01-05"));
    busy.set(List.of());
    assertEquals(List.of(), staff.fetch().shown("2027-01-05"));
  }

  @Test
  public void aStrictReaderFindsNothingWrong() throws Exception {
    busy.set(List.of(new Busy("a", slot("2027-03-28T00:30:00Z", 60), false)));
    var program =
        """
        import sys, icalendar
        c = icalendar.Calendar.from_ical(open(sys.argv[1], newline='').read())
        c.subcomponents = [e for e in c.walk('VEVENT') if e['TRANSP'] == 'OPAQUE']
        for e in c.walk('VEVENT'):
          print(e['UID'], e['DTSTART'].dt.isoformat(), e['DTEND'].dt.isoformat(), e.errors)
        print(c.errors, sorted(set(k for e in c.walk('VEVENT') for k in e)))
        """;
    var said =
        new Subscriber(folder.getRoot().toPath(), url())
            .python(program, house.stand.send("GET", PATH, "").body());
    assertEquals(
        """
        a 2027-03-28T00:30:00+00:00 2027-03-28T01:30:00+00:00 []
        [] ['CLASS', 'DTEND', 'DTSTAMP', 'DTSTART', 'STATUS', 'SUMMARY', 'TRANSP', 'UID']
        """,
        said);
  }

  @Test
  public void twoFederationsMeetByOurOwnAdapter() throws Exception {
    var slot = slot("2027-01-05T09:00:00Z", 60);
    var week = new TimeSlot(Town.NINE, Town.NINE.plus(Duration.ofDays(7)));
    var settings = Map.of("url", url().replace("busy.ics", ""), "localToo", "true");
    var config =
        new CentreConfig(Town.MILL, ZoneId.of("Europe/Brussels"), settings, Duration.ofSeconds(10));
    try (var link = new IcalendarAdapter(Clock.systemUTC()).open(config)) {
      var space = new SpaceRef("busy.ics");
      assertEquals(List.of(), link.feed().pull(space, week).entries());
      busy.set(List.of(new Busy("c".repeat(32), slot, false)));
      var seen = link.feed().pull(space, week).entries();
      assertEquals(List.of(slot), seen.stream().flatMap(e -> e.slots().stream()).toList());
      assertEquals(Optional.empty(), seen.get(0).key());
      assertEquals(seen, link.feed().pull(space, week).entries());
      busy.set(List.of());
      assertEquals(List.<ForeignEntry>of(), link.feed().pull(space, week).entries());
    }
  }

  private String url() {
    return "http://127.0.0.1:" + house.stand.port() + PATH;
  }

  private HttpResponse<String> send(String method, String path, String body) {
    var headers = new ArrayList<>(List.of("Authorization", desk));
    return house.stand.send(method, path, body, headers.toArray(String[]::new));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static TimeSlot slot(String from, int minutes) {
    var start = Instant.parse(from);
    return new TimeSlot(start, start.plus(Duration.ofMinutes(minutes)));
  }
}

package org.escale.box;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Who comes in by the box alone, and who does not (law S5; the numbers are those of docs/box.md).
 */
public class LineCutTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private Plugged box;
  private Instant now;
  private Offline door;

  @Before
  public void aBoxWhoseLineWasCutAnHourAgo() throws IOException {
    box = new Plugged(temporary.getRoot().toPath());
    var listed = new Listed(box.began);
    now = box.began.plus(Duration.ofHours(1));
    box.hub.entitle(
        listed.text(
            listed.admit("line:ann", "ann", "p1,p2", 1800, "booking/b-1"),
            listed.admit("line:bob", "bob", "p1", 1800, "desk"),
            listed.admit("line:cas", "cas", "p1", 1800, "desk"),
            listed.admit("line:dot", "dot", "-", 1800, "desk"),
            listed.admit("line:eve", "eve", "-", 1800, "desk")));
    assertTrue(box.agent().round());
    box.hub.close();
    door = new Offline(box.home, Identity.of(box.home).orElseThrow());
  }

  @After
  public void close() {
    box.close();
  }

  @Test
  public void l1_whoIsOnTheListComesInOnceAndIsOnDiskBefore() throws IOException {
    var verdict = door.decide("ann", now);
    assertEquals("", verdict.why());
    var allowed = verdict.allowed().orElseThrow();
    assertEquals(101, allowed.segment());
    assertEquals("no longer than a visit may last", now.plusSeconds(14_400), allowed.until());
    var seen = new Spool(box.home).waiting().get(0);
    assertEquals("booking/b-1", seen.place());
    assertEquals("line:ann", seen.grant());
    assertEquals("this code was used", door.decide("ann", now.plusSeconds(9)).why());
    refused("this code is none for this centre now", "nobody", now);
  }

  @Test
  public void l2_onlyAloneWithAClockThatGoesForwardAndAListThatIsYoungEnough() throws IOException {
    refused("the line is there, or was 3 minutes ago: check in as usual", "ann", box.began);
    var contact = new Contact(box.home);
    contact.silent(now.plus(Duration.ofHours(2)));
    refused("the clock of this box was set back", "ann", now);
    refused("the list of this box is too old", "ann", box.began.plus(Duration.ofHours(25)));
    box.home.write("entitlements", box.home.read("entitlements").orElseThrow() + "x");
    refused("this box has no list that the hub signed", "ann", now.plus(Duration.ofHours(3)));
  }

  @Test
  public void l2_aSpoolFromTheFutureShowsAClockThatWasSetBack() throws IOException {
    new Spool(box.home).add("START", "g", now.plus(Duration.ofHours(3)));
    refused("the clock of this box was set back", "ann", now);
  }

  @Test
  public void l3_noPurseIsSpentBeyondItsLimitNotEvenByManyAtOnce() throws IOException {
    var parallel =
        List.of("ann", "bob", "cas").parallelStream().map(code -> door.decide(code, now)).toList();
    assertEquals(
        "36.00 of 40.00, then no 18.00 more",
        2,
        parallel.stream().filter(verdict -> verdict.allowed().isPresent()).count());
    assertTrue(
        parallel.stream()
            .anyMatch(v -> v.why().equals("what may be spent without a line is spent")));
    new Contact(box.home).listed(2);
    assertEquals("a newer list knows of both", "", missing(parallel));
  }

  private String missing(List<Offline.Verdict> before) {
    return IntStream.range(0, before.size())
        .filter(i -> before.get(i).allowed().isEmpty())
        .mapToObj(i -> door.decide(List.of("ann", "bob", "cas").get(i), now).why())
        .findFirst()
        .orElse("all came");
  }

  @Test
  public void l4_noMoreComeInThanThereAreDesksAndADeskThatIsLeftIsGivenAgain() throws IOException {
    assertEquals("", door.decide("bob", now).why());
    assertEquals("", door.decide("dot", now).why());
    refused("no desk is free", "eve", now);
    assertTrue(door.leaves("dot", now.plusSeconds(60)));
    assertEquals("", door.decide("eve", now.plusSeconds(61)).why());
    assertEquals("twice", false, door.leaves("dot", now.plusSeconds(62)));
  }

  @Test
  public void l5_hoursAreKept() {
    refused("it is too early", "ann", box.began.plus(Duration.ofSeconds(200)));
    refused("it is too late", "ann", box.began.plus(Duration.ofHours(9)));
  }

  @Test
  public void l6_thePageLetsInWithACodeAndSaysWhyNot() throws Exception {
    try (var page = new LocalPage(box.home, Clock.fixed(now, java.time.ZoneOffset.UTC), 0)) {
      assertEquals(200, post(page, "do=in&code=ann").statusCode());
      var again = post(page, "do=in&code=ann");
      assertEquals(403, again.statusCode());
      assertTrue(again.body(), again.body().contains("this code was used"));
      assertEquals(403, post(page, "do=in&code=%zz").statusCode());
      assertEquals(200, post(page, "do=out&code=ann").statusCode());
      assertEquals(
          List.of("ADMIT", "STOP"),
          new Spool(box.home).waiting().stream().map(Seen::kind).toList());
    }
  }

  private static HttpResponse<String> post(LocalPage page, String form) throws Exception {
    var order =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + "/"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return HttpClient.newHttpClient().send(order, HttpResponse.BodyHandlers.ofString());
  }

  private void refused(String why, String code, Instant at) {
    var verdict = door.decide(code, at);
    assertTrue(why, verdict.allowed().isEmpty());
    assertEquals(why, verdict.why());
  }
}

package org.escale.box;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.escale.libraries.boxfiles.Segment;
import org.escale.tck.machine.Radclient.Said;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Who gets onto the network of a box, by Debian's FreeRADIUS and the agent, with and without the
 * hub (laws S1, S5; the numbers are those of docs/box.md).
 */
public class LocalRadiusTest {
  private static final String PHONE = "02-00-00-00-00-01";
  private static final String OTHER = "02-00-00-00-00-02";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private Plugged box;
  private Listed listed;
  private final Inside inside = new Inside();
  private Instant now;
  private OwnFreeRadius gear;
  private LocalRadius agent;
  private LocalRadius counts;

  @Before
  public void aBoxWhoseLineWasCutAnHourAgo() throws IOException {
    box = new Plugged(temporary.getRoot().toPath());
    listed = new Listed(box.began);
    now = box.began.plus(Duration.ofHours(1));
    box.hub.entitle(
        listed.text(
            listed.grant("before", Plugged.KEY),
            listed.admit("line:ann", "ann", "p1", 1800, "booking/b-1"),
            listed.admit("line:bob", "bob", "p1", 1800, "desk"),
            listed.admit("line:cas", "cas", "p1", 1800, "desk")));
    assertTrue(box.agent().round());
    box.hub.close();
    box.home.write("radius-secret", OwnFreeRadius.SECRET);
    gear =
        new OwnFreeRadius(
            temporary.newFolder().toPath(),
            box.home.path("keys"),
            box.files(new Segment(101, true)));
    var hub = new HubFirst(gear.hub);
    counts =
        new LocalRadius(
            box.home, Clock.fixed(now, ZoneOffset.UTC), gear.agentAccounting, hub, inside);
    answers(now);
  }

  private void answers(Instant at) throws IOException {
    if (agent != null) {
      agent.close();
    }
    var clock = Clock.fixed(at, ZoneOffset.UTC);
    agent = new LocalRadius(box.home, clock, gear.agent, new HubFirst(gear.hub), inside);
  }

  @After
  public void close() {
    agent.close();
    counts.close();
    gear.close();
    box.close();
  }

  @Test
  public void l1_whoMayComeGetsInWithTheCompanysChannelAndNobodyElse() throws IOException {
    var in = gear.asks("ann", PHONE);
    assertTrue(in.text(), in.accepted());
    assertTrue(in.text(), in.has("Tunnel-Private-Group-Id:0 = \"101\""));
    assertTrue(in.text(), in.has("Session-Timeout = 300"));
    assertTrue(in.text(), in.has("Termination-Action = RADIUS-Request"));
    assertTrue("asks again, and goes on", gear.asks("ann", PHONE).accepted());
    refused("a key belongs to one device (S1)", gear.asks("ann", OTHER));
    refused("of nobody", gear.asks("nobody", OTHER));
    assertEquals("one session", List.of("ADMIT line:ann"), spool());
    assertEquals("a code's session is not the hub's to list", "", in());
    answers(now.plus(Duration.ofHours(4)).minusSeconds(100));
    var last = gear.asks("ann", PHONE);
    assertTrue(last.text(), last.has("Session-Timeout = 100"));
    assertFalse("this is the end", last.has("Termination-Action"));
    answers(now.plus(Duration.ofHours(4)));
    refused("the end", gear.asks("ann", PHONE));
  }

  @Test
  public void l3_aPurseThatIsSpentAndACodeThatWasUsedOpenNothing() throws IOException {
    assertTrue(gear.asks("ann", PHONE).accepted());
    assertTrue(gear.asks("bob", OTHER).accepted());
    refused("36.00 of 40.00, then no 18.00 more", gear.asks("cas", "02-00-00-00-00-03"));
    assertTrue(told("Start", "s1", "box.line:ann"));
    assertTrue(told("Stop", "s1", "box.line:ann"));
    await(() -> spool().contains("STOP line:ann"));
    refused("used", gear.asks("ann", PHONE));
  }

  @Test
  public void whoWasInBeforeTheCutGoesOnAndOnlyWithOneDevice() throws IOException {
    answers(box.began.plusSeconds(10));
    var in = gear.asks(Plugged.KEY, PHONE);
    assertTrue("at once, not after 3 minutes: " + in.text(), in.accepted());
    assertTrue(in.text(), in.has("Tunnel-Private-Group-Id:0 = \"101\""));
    assertEquals("020000000001 before", in());
    refused("another device", gear.asks(Plugged.KEY, OTHER));
    refused("L2: somebody new within 3 minutes", gear.asks("ann", OTHER));
    assertEquals(List.of(), spool());
    answers(box.began.plus(Duration.ofHours(9)));
    refused("after its end", gear.asks(Plugged.KEY, PHONE));
  }

  @Test
  public void s5_itNeverFailsOpen() throws IOException {
    answers(box.began.plus(Duration.ofHours(25)));
    refused("a list that is too old", gear.asks("ann", PHONE));
    answers(now);
    var good = box.home.read("entitlements").orElseThrow();
    box.home.write("entitlements", good + "x");
    refused("a list that was changed", gear.asks("ann", PHONE));
    box.home.write("entitlements", good);
    agent.close();
    assertFalse("an agent that is dead", gear.asks("ann", PHONE).accepted());
    assertFalse("and who was in, too", gear.asks(Plugged.KEY, PHONE).accepted());
    assertEquals(List.of(), spool());
  }

  @Test
  public void theHubDecidesAsLongAsItAnswersEvenWithADeadAgent() throws IOException {
    try (var hub = new HubAnswering(gear.hub)) {
      assertEquals(List.of(), hub.told);
      var in = gear.asks(HubAnswering.KEY, PHONE);
      assertTrue(in.text(), in.accepted() && in.has("Tunnel-Private-Group-Id:0 = \"777\""));
      assertEquals("020000000001 hub-session", in());
      refused("its no is a no", gear.asks("ann", PHONE));
      assertEquals(List.of(), spool());
    }
    assertTrue("the line is cut", gear.asks("ann", PHONE).accepted());
    try (var hub = new HubAnswering(gear.hub)) {
      assertEquals(List.of(), hub.told);
      refused("and back: the hub decides again", gear.asks("bob", OTHER));
      agent.close();
      await(() -> gear.asks(HubAnswering.KEY, PHONE).accepted());
    }
  }

  private String in() {
    return inside.until(inside.turn()).stream()
        .map(came -> came.device() + " " + came.session())
        .collect(Collectors.joining(","));
  }

  @Test
  public void s6_whatWasCountedIsToldOnceToWhomItConcerns() throws IOException {
    try (var hub = new HubAnswering(gear.hubAccounting)) {
      assertTrue(gear.asks("ann", PHONE).accepted());
      for (int copy = 0; copy < 2; copy++) {
        assertTrue(told("Start", "s1", "box.line:ann"));
        assertTrue(told("Start", "s2", "box.line:ann"));
        assertTrue(told("Interim-Update", "s1", "box.line:ann"));
      }
      assertTrue(told("Start", "s9", "e1.0123.before"));
      await(() -> spool().size() == 2);
      assertTrue(told("Stop", "s1", "box.line:ann"));
      assertTrue(told("Interim-Update", "s2", "box.line:ann"));
      assertTrue(told("Stop", "s2", "box.line:ann"));
      assertTrue(told("Stop", "s2", "box.line:ann"));
      await(() -> spool().size() == 3);
      await(() -> hub.told.contains("s9 1"));
      assertEquals("nothing of what is the agent's", List.of("s9 1"), hub.told);
    }
    assertEquals(List.of("ADMIT line:ann", "START line:ann", "STOP line:ann"), spool());
  }

  private boolean told(String status, String session, String shown) {
    return gear.tells(status, session, shown).acknowledged();
  }

  private List<String> spool() {
    try {
      return new Spool(box.home).seen().stream().map(e -> e.kind() + " " + e.grant()).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refused(String what, Said said) {
    assertTrue(what + ": " + said.text(), said.rejected());
    assertFalse(what, said.accepted());
  }

  private static void await(BooleanSupplier condition) {
    long limit = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue("in 90 s", System.nanoTime() < limit);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}

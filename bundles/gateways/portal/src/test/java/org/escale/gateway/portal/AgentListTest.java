package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.escale.access.GrantId;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What our agent on the box lists, and is told to do about it (laws S1, S3). */
public class AgentListTest {
  private static final GrantId G = new GrantId("g");
  private static final String LINE = "live " + Site.MAC + " 198.18.1.10 ";
  private static final String OWN = LINE + new Handle(G, Site.MAC).text(Site.SECRET);
  private static final Arrival DEVICE = new Arrival(Site.MAC, "198.18.1.10", "ab".repeat(32));

  private final Site site = new Site(Map.of("agent", "true"));

  @Before
  public void aGrant() {
    site.knows(site.grant("g", Site.KEY, 1, false));
  }

  @After
  public void close() {
    site.close();
  }

  @Test
  public void whereNoAgentIsNoneIsHeard() {
    try (var none = new Site(Map.of())) {
      assertEquals(403, none.agentSays("").status());
    }
  }

  @Test
  public void itsSilenceIsSaidAndItsFirstListEndsIt() {
    assertTrue(site.gateway.health().text().startsWith("the box was not heard for "));
    assertFalse(site.gateway.health().up());
    site.agentSays("");
    assertTrue(site.gateway.health().up());
  }

  @Test
  public void aBoxThatSaysNothingForFifteenSecondsDoesNotAnswer() {
    var nanos = new AtomicLong(5);
    var link = new Link(nanos::get);
    assertFalse("never heard", link.answers());
    link.heard();
    nanos.addAndGet(Duration.ofSeconds(15).toNanos() - 1);
    assertTrue(link.answers());
    nanos.incrementAndGet();
    assertFalse(link.answers());
  }

  @Test
  public void oneWhoseBoxSpeaksWaitsForItsFirstWord() throws Exception {
    var patience = Duration.ofMillis(150);
    var began = System.nanoTime();
    var config = site.config();
    new PortalDriver(site.clock, patience).open(config, site).close();
    assertTrue(System.nanoTime() - began >= patience.toNanos());
  }

  @Test
  public void s1_aListFromBeforeAKeyCutsNobodyWhoHasJustGivenIt() {
    assertTrue(site.gateway.leases().open(G, DEVICE).isPresent());
    assertEquals("", site.agentSays(LINE + "none").body());
    assertEquals("", site.agentSays(OWN).body());
    assertEquals(
        "seen with it before", "cut " + Site.MAC + "\n", site.agentSays(LINE + "none").body());
  }

  @Test
  public void s3_whoIsCutPassedUntilTheListBefore() {
    site.agentSays(OWN);
    site.gateway.apply(site.grant("g", Site.KEY, 2, true));
    site.clock.advance(Duration.ofSeconds(30));
    var seen = site.clock.instant();
    assertEquals("cut " + Site.MAC + "\n", site.agentSays(OWN).body());
    site.clock.advance(Duration.ofSeconds(30));
    site.agentSays("");
    var stop = site.told.get(site.told.size() - 1);
    assertEquals(Kind.STOP, stop.kind());
    assertEquals(seen, stop.at());
  }

  @Test
  public void s1_aFourthDeviceIsCutAlthoughItsHandleIsOurs() {
    var list =
        IntStream.rangeClosed(1, Leases.DEVICES + 1)
            .mapToObj(n -> "02:00:00:00:00:0" + n)
            .map(mac -> "live " + mac + " 198.18.1.10 " + new Handle(G, mac).text(Site.SECRET))
            .collect(Collectors.joining("\n"));
    assertEquals("cut 02:00:00:00:00:04\n", site.agentSays(list).body());
    assertEquals(Leases.DEVICES, site.gateway.leases().all().size());
  }

  @Test
  public void aThousandDevicesAreHeardAndNoMore() {
    var line = "live " + Site.MAC + " x y\n";
    assertEquals(200, site.agentSays(line.repeat(Agent.MOST_LINES)).status());
    assertEquals(413, site.agentSays(line.repeat(Agent.MOST_LINES + 1)).status());
    assertEquals(List.of(), site.gateway.sessions());
  }
}

package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escale.access.GrantId;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.junit.Test;

/** What boxes and our agent may say, and what they are told. */
public class BoxesTest {
  @Test
  public void theAgentIsToldToCutWhoHasNoHandleOfOurs() {
    try (var site = agent()) {
      site.knows(site.grant("g", Site.KEY, 1, false));
      var own = new Handle(new GrantId("g"), Site.MAC).text(Site.SECRET);
      assertEquals("", site.agentSays("live " + Site.MAC + " 198.18.1.10 " + own).body());
      var other = "02:00:00:00:00:02";
      var borrowed = site.agentSays("live " + other + " 198.18.1.11 " + own).body();
      assertEquals("cut " + other + "\n", borrowed);
      var forged = new Handle(new GrantId("g"), other).text("another secret of 20");
      assertEquals("cut " + other + "\n", site.agentSays("live " + other + " x " + forged).body());
      assertEquals("cut " + other + "\n", site.agentSays("live " + other + " x none").body());
    }
  }

  @Test
  public void theHubGoesOnFromTheAgentsListAndTellsTheStopOnce() {
    try (var site = agent()) {
      assertEquals(GatewayAnswer.UNREACHABLE, site.gateway.apply(site.grant("g", "k", 1, false)));
      var line = "live " + Site.MAC + " 198.18.1.10 ";
      var own = line + new Handle(new GrantId("g"), Site.MAC).text(Site.SECRET);
      assertEquals("", site.agentSays(own).body());
      assertEquals(1, site.gateway.sessions().size());
      assertEquals(GatewayAnswer.CUTTING, site.gateway.apply(site.grant("g", "k", 2, true)));
      assertEquals("cut " + Site.MAC + "\n", site.agentSays(own).body());
      assertEquals("until it is proven", 1, site.gateway.sessions().size());
      site.agentSays("");
      site.agentSays("");
      assertEquals(GatewayAnswer.APPLIED, site.gateway.apply(site.grant("g", "k", 2, true)));
      assertEquals(List.of(Kind.START, Kind.STOP), kinds(site));
    }
  }

  @Test
  public void s3_whoWentWhileTheHubWasAwayWentWhenTheBoxWasHeardLast() {
    try (var site = agent()) {
      site.knows(site.grant("g", Site.KEY, 1, false));
      site.knows(site.grant("h", "other", 1, false));
      var mine = "live " + Site.MAC + " 198.18.1.10 ";
      mine += new Handle(new GrantId("g"), Site.MAC).text(Site.SECRET);
      var other = "02:00:00:00:00:02";
      var theirs = "live " + other + " 198.18.1.11 ";
      theirs += new Handle(new GrantId("h"), other).text(Site.SECRET);
      site.agentSays(mine + "\n" + theirs);
      site.clock.advance(Duration.ofMinutes(1));
      site.agentSays(mine + "\n" + theirs);
      var last = site.clock.instant();
      site.gateway.close();
      site.clock.advance(Duration.ofHours(1));
      site.open();
      var said = site.agentSays(theirs).body();
      assertFalse("nobody is cut by the first word", said.contains("cut "));
      var stops = site.told.stream().filter(e -> e.kind() == Kind.STOP).toList();
      assertEquals(List.of(new GrantId("g")), stops.stream().map(e -> e.grant()).toList());
      assertEquals(List.of(last), stops.stream().map(e -> e.at()).toList());
      assertEquals(1, site.gateway.sessions().size());
      site.agentSays("");
      assertEquals(List.of(), site.gateway.sessions());
    }
  }

  @Test
  public void s3_aDeviceIsKnownForAfterARestartAsSoonAsTheBoxTellsOfIt() {
    try (var site = agent()) {
      site.knows(site.grant("g", Site.KEY, 1, false));
      var device = new Arrival(Site.MAC, "198.18.1.10", "ab".repeat(32));
      assertTrue(site.gateway.leases().open(new GrantId("g"), device).isPresent());
      site.gateway.leases().passes(Site.MAC, false);
      var handle = new Handle(new GrantId("g"), Site.MAC).text(Site.SECRET);
      site.agentSays("live " + Site.MAC + " 198.18.1.10 " + handle);
      assertEquals(List.of(Kind.START, Kind.ALIVE), kinds(site));
      assertTrue(site.told.get(0).attachment().isEmpty());
      assertEquals("020000000001", site.told.get(1).attachment().orElseThrow().device());
    }
  }

  @Test
  public void s1_aCardThatTheBoxDidNotTellIsNobodysDevice() {
    try (var site = new Site(Map.of())) {
      site.knows(site.grant("g", Site.KEY, 1, false));
      var device = new Arrival(Site.MAC, "198.18.1.10", "ab".repeat(32));
      assertTrue(site.gateway.leases().open(new GrantId("g"), device).isPresent());
      site.gateway.leases().passes(Site.MAC, false);
      site.gateway.report();
      assertEquals(List.of(Kind.START), kinds(site));
      assertTrue(site.told.get(0).attachment().isEmpty());
    }
  }

  @Test
  public void theAgentRenewsALeaseBeforeItEnds() {
    try (var site = agent()) {
      site.knows(site.grant("g", Site.KEY, 1, false));
      var handle = new Handle(new GrantId("g"), Site.MAC).text(Site.SECRET);
      var own = "live " + Site.MAC + " 198.18.1.10 " + handle;
      site.agentSays(own);
      site.clock.advance(Duration.ofMinutes(30).minusSeconds(10));
      assertEquals("renew " + Site.MAC + " 30 " + handle + "\n", site.agentSays(own).body());
      assertEquals("once", "", site.agentSays(own).body());
    }
  }

  @Test
  public void s4_aLeaseNeverOutlivesItsGrantThoughTheHubDies() {
    try (var site = agent()) {
      site.knows(site.grant("g", Site.KEY, 1, false));
      var handle = new Handle(new GrantId("g"), Site.MAC).text(Site.SECRET);
      var own = "live " + Site.MAC + " 198.18.1.10 " + handle;
      site.clock.advance(Duration.ofMinutes(110).plusSeconds(30));
      site.agentSays(own);
      assertEquals("renew " + Site.MAC + " 9 " + handle + "\n", site.agentSays(own).body());
      assertEquals("once", "", site.agentSays(own).body());
    }
  }

  @Test
  public void nobodyButTheBoxSpeaksForIt() {
    try (var site = agent()) {
      assertEquals(403, site.ask("POST", "gw/box", Map.of(), "", "guess").status());
      var bearer = Agent.bearer(Site.SECRET);
      assertEquals(400, site.ask("POST", "gw/box", Map.of(), "live what", bearer).status());
      var many = "live x\n".repeat(Agent.MOST_LINES + 1);
      assertEquals(413, site.ask("POST", "gw/box", Map.of(), many, bearer).status());
      assertEquals(403, site.post("gw", Map.of(), "auth_get=view&gatewayhash=0").status());
    }
  }

  @Test
  public void levelThreeLetsInOnceTheBoxSaysSoAndEndsWithWhatItSigned() {
    try (var site = new Site(Map.of("box", "opennds-3", "name", "hall"))) {
      site.knows(site.grant("g", Site.KEY, 1, false));
      var device = new Arrival(Site.MAC, "198.18.1.10", "ab".repeat(32));
      var lease = site.gateway.leases().open(new GrantId("g"), device).orElseThrow();
      site.gateway.waiting().add("name", Authmon.line(site.gateway, lease, "name"));
      var handle = new Handle(new GrantId("g"), Site.MAC).text(Site.SECRET);
      var line = "* name%2030%200%200%200%200%20" + handle;
      assertEquals(line, site.boxSays("view", "none").body());
      assertEquals("until it is acknowledged", line, site.boxSays("view", "none").body());
      assertEquals(List.of(), site.gateway.sessions());
      site.boxSays("view", "* name");
      assertEquals("*", site.boxSays("view", "none").body());
      assertEquals(1, site.gateway.sessions().size());
      var gone = "method=idle_deauth, clientmac=" + Site.MAC + ", custom=";
      site.boxSays("deauthed", gone + "forged");
      assertEquals("nobody else's word", 1, site.gateway.sessions().size());
      site.away = true;
      assertEquals(503, site.boxSays("deauthed", gone + handle).status());
      site.away = false;
      assertEquals(200, site.boxSays("deauthed", gone + handle).status());
      assertEquals(List.of(Kind.START, Kind.STOP), kinds(site));
    }
  }

  @Test
  public void aSettingThatCannotWorkIsNamedWithoutItsValue() {
    var good = Map.of("address", "b:1", "url", "https://hub", "secret", Site.SECRET);
    for (var name : List.of("box", "address", "url", "secret", "lease")) {
      var settings = new HashMap<>(good);
      settings.put(name, "PT0.123 secret");
      var thrown = assertThrows(name, GatewayException.class, () -> PortalSettings.of(settings));
      assertTrue(thrown.getMessage(), thrown.getMessage().startsWith(name));
      assertFalse(thrown.getMessage(), thrown.getMessage().contains("0.123"));
    }
  }

  @Test
  public void anyBoxesWayToWriteACardIsRead() {
    for (var text : List.of("02-00-00-AB-CD-EF", "020000abcdef", "0200.00ab.cdef")) {
      assertEquals("02:00:00:ab:cd:ef", Macs.read(text).orElseThrow());
    }
    assertTrue(Macs.read("02:00:00:ab:cd").isEmpty());
  }

  private static Site agent() {
    return new Site(Map.of("agent", "true"));
  }

  private static List<Kind> kinds(Site site) {
    return site.told.stream().map(e -> e.kind()).toList();
  }
}

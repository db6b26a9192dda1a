package org.escale.box;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escale.libraries.boxfiles.Segment;
import org.escale.tck.machine.BareHostapd;
import org.escale.tck.machine.Ports;
import org.junit.Test;

/** A box from its first start on, with power and line as they come. */
public class AgentTest extends PluggedBox {
  private static final Duration GREEN = Duration.ofMinutes(2);
  private static final int DIED = 137;

  @Test
  public void r19_fromItsStartToGreenUnderTwoMinutesWithTheRealPrograms() throws Exception {
    int hears = Ports.free();
    box.hub.configure(Plugged.text(files(hears, new Segment(101, true))));
    var start = script("start", "test -f \"$1/nftables.conf\"");
    script("down", "cat \"$(dirname \"$0\")/radio\" 2>/dev/null || true");
    var begun = Instant.now();
    var agent = new Agent(box.home, Clock.systemUTC(), new DebianPrograms(start), step -> {});
    assertTrue(agent.round());
    var took = Duration.between(begun, Instant.now());
    assertTrue("GREEN after " + took, took.compareTo(GREEN) < 0);
    assertTrue(box.hub.beats.get(0), box.hub.beats.get(0).contains("\\\"well\\\":true"));
    var green = box.home.read("current");

    var bad = new TreeMap<>(box.files(new Segment(101, true), new Segment(102, false)));
    bad.merge("nftables.conf", "", (wall, none) -> wall.replace("policy drop", "policy dropp"));
    box.hub.configure(Plugged.text(bad));
    assertFalse(agent.round());
    assertEquals(green, box.home.read("current"));
    assertTrue(box.hub.beats.get(1), box.hub.beats.get(1).contains("nft: "));

    var more = files(hears, new Segment(101, true), new Segment(102, false));
    box.hub.configure(Plugged.text(more));
    var works = Applying.files(box.home).orElseThrow().resolve("hostapd/wlan0.conf");
    try (var radio = new BareHostapd(temporary.newFolder().toPath(), works)) {
      assertTrue("beside the hostapd that works", agent.round());
      assertFalse(radio.text(), green.equals(box.home.read("current")));
    }

    var radio = Files.writeString(box.folder.resolve("radio"), "escale-hostapd@wlan0\n");
    assertFalse("its radio does not run", agent.round());
    assertTrue(last(), last().contains("\\\"well\\\":false"));
    assertTrue(last(), last().contains("does not run: escale-hostapd@wlan0"));
    Files.delete(radio);
    assertTrue("it runs again", agent.round());
    script("down", "exit 3");
    assertFalse("nobody knows", agent.round());
    assertTrue(last(), last().contains("whether all runs is not known"));
  }

  private String last() {
    return box.hub.beats.get(box.hub.beats.size() - 1);
  }

  private Path script(String name, String text) throws IOException {
    var file = Files.writeString(box.folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  private Map<String, String> files(int hears, Segment... segments) throws IOException {
    var files = new TreeMap<>(box.files(segments));
    files.computeIfPresent(
        "hostapd/wlan0.conf",
        (name, text) -> text.replaceAll("(?m)^radius_das_port=.*$", "radius_das_port=" + hears));
    return files;
  }

  @Test
  public void whatDoesNotStartIsRolledBack() throws IOException {
    var agent = box.agent();
    assertTrue(agent.round());
    var works = box.home.read("works-by");
    box.hub.configure(Plugged.text(Map.of("nftables.conf", "does not start")));
    assertFalse(agent.round());
    assertFalse(agent.round());
    assertEquals(works, box.home.read("works-by"));
    box.hub.configure(Plugged.text(Map.of("nftables.conf", "two")));
    assertTrue(agent.round());
  }

  @Test
  public void whatTheHubDidNotSignChangesNothing() throws IOException {
    var agent = box.agent();
    assertTrue(agent.round());
    var kept = box.home.read("current");
    var me = Identity.of(box.home).orElseThrow();
    new Identity(me.hub(), me.box(), OwnKey.of(box.home).publicKey()).keep(box.home);
    box.hub.configure(Plugged.text(Map.of("nftables.conf", "two")));
    assertThrows(IOException.class, agent::round);
    assertEquals(kept, box.home.read("current"));
  }

  @Test
  public void aConfigurationThatLeavesItsFolderIsRefused() {
    for (var path : List.of("../x", "/etc/x", "a/../x", "a/b/c", "", "a b")) {
      assertThrows(path, IOException.class, () -> Delivery.of(Plugged.text(Map.of(path, "x"))));
    }
    assertThrows(IOException.class, () -> Delivery.of("escale-box 1\nfile a 99\nx"));
    assertThrows(IOException.class, () -> Delivery.of("<html>"));
  }

  @Test
  public void killedBetweenAnyTwoStepsItGoesOn() throws Exception {
    int step = 1;
    for (int code = DIED; code != 0; step++) {
      assertTrue("it comes to an end", step < 40);
      box.anew(temporary.newFolder().toPath());
      new Spool(box.home).add("START", "a", box.began);
      new Spool(box.home).add("START", "b", box.began);
      code = box.dies(step);
      assertTrue("after step " + step, code == DIED ? box.agent().round() : code == 0);
      assertEquals(List.of("a", "b"), List.copyOf(box.hub.events.values()));
      assertEquals(List.of(), new Spool(box.home).waiting());
      assertEquals("and forgotten", List.of(), new Spool(box.home).seen());
      assertEquals("no number twice", 3, new Spool(box.home).add("START", "c", box.began));
      worksBy("one");
    }
    assertEquals("steps of a first round", 17, step - 1);
  }

  @Test
  public void killedBetweenAnyTwoStepsOfAChangeItGoesOn() throws Exception {
    assertTrue(box.agent().round());
    for (int step = 1; step <= 10; step++) {
      var name = "change " + step;
      box.hub.configure(Plugged.text(Map.of("nftables.conf", name)));
      assertEquals(DIED, box.dies(step));
      assertTrue(box.agent().round());
      worksBy(name);
    }
  }

  private void worksBy(String wall) throws IOException {
    var digest = Delivery.digest(Plugged.text(Map.of("nftables.conf", wall)));
    assertEquals(digest, box.home.read("current").orElseThrow().strip());
    assertEquals("config-" + digest, box.home.read("works-by").orElseThrow());
  }
}

package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** A box whose line is cut: it decides from what was signed, and loses nothing of what it saw. */
public class OfflineTest extends PluggedBox {
  @Test
  public void s5_d8_eightHoursWithoutALine() throws IOException {
    var now = box.began;
    assertTrue(box.agent().round());
    box.hub.close();
    var me = Identity.of(box.home).orElseThrow();
    var list = new Entitlements(box.home, me);
    var spool = new Spool(box.home);
    for (int hour = 0; hour < 8; hour++) {
      var at = now.plus(Duration.ofHours(hour));
      var allowed = list.decide(Plugged.KEY, at).orElseThrow();
      assertEquals(101, allowed.segment());
      // by this end the hub reserved what may be spent: no decision of the box moves it
      assertEquals(now.plus(Duration.ofHours(9)), allowed.until());
      spool.add("START", allowed.grant(), at);
      assertTrue(list.decide("other", at).isEmpty());
    }
    assertTrue(list.decide(Plugged.KEY, now.plus(Duration.ofHours(9))).isEmpty());
    assertTrue(list.decide(Plugged.KEY, now.minus(Duration.ofHours(1))).isEmpty());
    box.hub = new ToyHub(box.folder);
    box.hub.configure(Plugged.text(Map.of("nftables.conf", "one")));
    box.hub.entitle(Plugged.list(now.minusSeconds(60)));
    new Identity(box.hub.address(), me.box(), me.hubKey()).keep(box.home);
    Agent agent = box.agent();
    assertThrows(IOException.class, agent::round);
    Files.delete(box.home.path("identity"));
    box.enrolment();
    assertTrue(agent.round());
    assertTrue(agent.round());
    assertEquals(8, box.hub.events.size());
    assertTrue("an older list replaces no newer", list.decide(Plugged.KEY, now).isPresent());
  }

  @Test
  public void s5_itNeverFailsOpen() throws IOException {
    var now = box.began;
    assertTrue(box.agent().round());
    var me = Identity.of(box.home).orElseThrow();
    var list = new Entitlements(box.home, me);
    assertTrue(list.decide(Plugged.KEY, now).isPresent());
    assertTrue("too old", list.decide(Plugged.KEY, now.plus(Duration.ofHours(25))).isEmpty());
    var good = box.home.read("entitlements").orElseThrow();
    for (var bad :
        List.of(
            "",
            "\n",
            good.substring(0, good.length() - 1),
            good.replace("grant g 101", "grant g 102"),
            good.replace("until ", "until 9"),
            good.substring(good.indexOf('\n') + 1),
            good.replace("box box-1", "box box-2"))) {
      box.home.write("entitlements", bad);
      assertTrue(bad, list.decide(Plugged.KEY, now).isEmpty());
    }
    Files.delete(box.home.path("entitlements"));
    assertTrue(list.decide(Plugged.KEY, now).isEmpty());
  }

  @Test
  public void aLineThatWasCutOffIsWrittenAnewAndNoNumberTwice() throws IOException {
    var spool = new Spool(box.home);
    assertEquals(1, spool.add("START", "a", Instant.EPOCH.plusSeconds(1)));
    Files.writeString(
        box.home.path("spool"), box.home.read("spool").orElseThrow() + "2 START b 20", UTF_8);
    assertEquals(2, spool.add("START", "c", Instant.EPOCH.plusSeconds(2)));
    assertEquals(2, spool.waiting().size());
    spool.kept(2);
    assertEquals(List.of(), spool.waiting());
    assertEquals(3, new Spool(box.home).add("STOP", "c", Instant.EPOCH.plusSeconds(3)));
  }
}

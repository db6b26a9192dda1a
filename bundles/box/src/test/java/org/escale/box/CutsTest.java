package org.escale.box;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.box.Inside.Came;
import org.escale.libraries.boxfiles.Segment;
import org.escale.tck.machine.Ports;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Whom the hub lists no longer is cut off by the box itself, through Debian's hostapd (S4). */
public class CutsTest {
  private static final String PHONE = "020000000001";
  private static final String LAPTOP = "020000000002";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private final Inside inside = new Inside();
  private Plugged box;
  private Listed listed;
  private Agent agent;
  private Cuts cuts;
  private int hears;

  @Before
  public void aBoxWithARadio() throws IOException {
    box = new Plugged(temporary.getRoot().toPath());
    listed = new Listed(box.began);
    hears = Ports.free();
    var radio = box.files(new Segment(101, true)).get("hostapd/wlan0.conf");
    var heard = radio.replaceAll("(?m)^radius_das_port=.*$", "radius_das_port=" + hears);
    box.hub.configure(Plugged.text(Map.of("nftables.conf", "one", "hostapd/wlan0.conf", heard)));
    agent = box.agent();
    cuts = new Cuts(box.home, Clock.systemUTC(), inside);
  }

  @After
  public void close() {
    box.close();
  }

  @Test
  public void s4_whoIsListedNoLongerIsCutOffOnceAndTheOthersStay() throws IOException {
    round("ann", "bob");
    inside.letIn(PHONE, "ann");
    inside.letIn(LAPTOP, "bob");
    try (var radio = radio()) {
      round("ann", "bob");
      assertEquals(Set.of(PHONE, LAPTOP), devices());
      round("bob");
      assertEquals(Set.of(LAPTOP), devices());
      assertEquals(radio.text(), 1, radio.asked());
      round("bob", "cas");
      assertEquals("once", 1, radio.asked());
    }
  }

  @Test
  public void whoCameAfterTheListWasAskedForStays() throws IOException {
    round("bob");
    try (var radio = radio()) {
      long turn = inside.turn();
      list("cas");
      inside.letIn(PHONE, "ann");
      cuts.by(turn);
      assertEquals(Set.of(PHONE), devices());
      assertEquals(0, radio.asked());
    }
  }

  @Test
  public void whatDoesNotAnswerIsAskedAgainByTheNextList() throws IOException {
    round("ann");
    inside.letIn(PHONE, "ann");
    round("bob");
    assertEquals("no radio there", Set.of(PHONE), devices());
    try (var radio = radio()) {
      cuts.by(inside.turn());
      assertEquals("the same list", 0, radio.asked());
      round("cas");
      assertEquals(1, radio.asked());
      assertEquals(Set.of(), devices());
    }
  }

  @Test
  public void aRadioThatIsSilentIsWaitedForOnceInARound() throws IOException {
    round("ann", "bob", "cas");
    inside.letIn(PHONE, "ann");
    inside.letIn(LAPTOP, "bob");
    inside.letIn("020000000003", "cas");
    try (var silent = new DatagramSocket(hears, InetAddress.getLoopbackAddress())) {
      round("dan");
      assertEquals(3, devices().size());
      silent.setSoTimeout(200);
      var came = new DatagramPacket(new byte[Asked.LONGEST], Asked.LONGEST);
      silent.receive(came);
      assertThrows(SocketTimeoutException.class, () -> silent.receive(came));
    }
  }

  @Test
  public void s5_aListThatTheHubDidNotSignCutsNobodyOff() throws IOException {
    round("ann");
    inside.letIn(PHONE, "ann");
    box.home.write("entitlements", "x\n" + listed.text(listed.grant("bob", "key-bob")));
    try (var radio = radio()) {
      cuts.by(inside.turn());
      assertEquals(Set.of(PHONE), devices());
      assertEquals(0, radio.asked());
    }
  }

  @Test
  public void aDeviceIsOfTheSessionByWhichItCameLast() {
    inside.letIn(PHONE, "ann");
    var first = inside.until(inside.turn()).get(0);
    inside.letIn(PHONE, "bob");
    inside.gone(first);
    assertEquals(List.of("bob"), inside.until(inside.turn()).stream().map(Came::session).toList());
  }

  private void round(String... sessions) throws IOException {
    long turn = inside.turn();
    list(sessions);
    cuts.by(turn);
  }

  private void list(String... sessions) throws IOException {
    var lines = new String[sessions.length];
    for (int n = 0; n < lines.length; n++) {
      lines[n] = listed.grant(sessions[n], "key-" + sessions[n]);
    }
    box.hub.entitle(listed.text(lines));
    assertTrue(agent.round());
  }

  private OwnHostapd radio() throws IOException {
    Path files = Applying.files(box.home).orElseThrow();
    return new OwnHostapd(temporary.newFolder().toPath(), files.resolve("hostapd/wlan0.conf"));
  }

  private Set<String> devices() {
    return inside.until(inside.turn()).stream().map(Came::device).collect(Collectors.toSet());
  }
}

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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.box.Inside.Came;
import org.escale.tck.HandClock;
import org.escale.tck.machine.BareHostapd;
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
  private final HandClock clock = new HandClock(Instant.now());
  private Plugged box;
  private Listed listed;
  private Agent agent;
  private Cuts cuts;
  private int hears;

  @Before
  public void aBoxWithARadio() throws IOException {
    box = new Plugged(temporary.getRoot().toPath());
    listed = new Listed(box.began);
    hears = box.radioHears();
    agent = box.agent();
    cuts = new Cuts(box.home, clock, inside);
  }

  @After
  public void close() {
    box.close();
  }

  @Test
  public void s4_whoIsListedNoLongerIsCutOffOnceAndTheOthersStay() throws IOException {
    round("ann", "bob");
    letIn(PHONE, "ann");
    letIn(LAPTOP, "bob");
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
      letIn(PHONE, "ann");
      cuts.by(turn);
      assertEquals(Set.of(PHONE), devices());
      assertEquals(0, radio.asked());
    }
  }

  @Test
  public void whatDoesNotAnswerIsAskedAgainByTheNextList() throws IOException {
    round("ann");
    letIn(PHONE, "ann");
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
    letIn(PHONE, "ann");
    letIn(LAPTOP, "bob");
    letIn("020000000003", "cas");
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
  public void s1_whoComesBackByWhatHostapdRemembersIsCutOffUntilItForgets() throws IOException {
    round("ann");
    inside.letIn(PHONE, "ann", clock.instant());
    try (var radio = radio()) {
      round("bob");
      assertEquals(1, radio.asked());
      cuts.again();
      assertEquals("it may be back", 2, radio.asked());
      clock.advance(Cuts.REMEMBERED);
      cuts.again();
      assertEquals("and once more", 3, radio.asked());
      assertEquals(Set.of(), devices());
      cuts.again();
      assertEquals("then hostapd asks for it", 3, radio.asked());
    }
  }

  @Test
  public void whoCameAnewByAnotherSessionStays() throws IOException {
    round("ann");
    inside.letIn(PHONE, "ann", clock.instant());
    try (var radio = radio()) {
      round("bob");
      inside.letIn(PHONE, "bob", clock.instant());
      cuts.again();
      assertEquals(Set.of(PHONE), devices());
      assertEquals(1, radio.asked());
    }
  }

  @Test
  public void aRadioThatFallsSilentIsNotAskedForEver() throws IOException {
    round("ann");
    inside.letIn(PHONE, "ann", clock.instant());
    try (var radio = radio()) {
      round("bob");
      assertEquals(1, radio.asked());
    }
    cuts.again();
    try (var radio = radio()) {
      cuts.again();
      assertEquals("only by another list", 0, radio.asked());
      round("bob", "cas");
      assertEquals(1, radio.asked());
    }
  }

  @Test
  public void s5_aListThatTheHubDidNotSignCutsNobodyOff() throws IOException {
    round("ann");
    letIn(PHONE, "ann");
    box.home.write("entitlements", "x\n" + listed.text(listed.grant("bob", "key-bob")));
    try (var radio = radio()) {
      cuts.by(inside.turn());
      assertEquals(Set.of(PHONE), devices());
      assertEquals(0, radio.asked());
    }
  }

  @Test
  public void aDeviceIsOfTheSessionByWhichItCameLast() {
    letIn(PHONE, "ann");
    var first = inside.until(inside.turn()).get(0);
    letIn(PHONE, "bob");
    inside.gone(first);
    assertEquals(List.of("bob"), inside.until(inside.turn()).stream().map(Came::session).toList());
  }

  /** Long ago: nobody remembers its key. */
  private void letIn(String device, String session) {
    inside.letIn(device, session, clock.instant().minus(Cuts.REMEMBERED));
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

  private BareHostapd radio() throws IOException {
    Path files = Applying.files(box.home).orElseThrow();
    return new BareHostapd(temporary.newFolder().toPath(), files.resolve("hostapd/wlan0.conf"));
  }

  private Set<String> devices() {
    return inside.until(inside.turn()).stream().map(Came::device).collect(Collectors.toSet());
  }
}

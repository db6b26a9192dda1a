package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * S2 and R15 by packets, through the very files that a box is given: a1 and a2 are of a company
 * whose people may reach each other, b1 and b2 of one that does not want it.
 */
public class IsolationTest {
  private static final List<String> BRIDGED =
      List.of("arp", "direct4", "direct6", "multicast4", "multicast6", "unknown");
  private static final List<String> PEERS =
      List.of(
          "arp", "direct4", "direct6", "multicast4", "multicast6", "plain4", "plain6", "unknown");
  private static final List<String> TO_THE_LINE = List.of("plain4", "plain6", "routed4", "routed6");

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private Path box;
  private Air air;

  @Before
  public void theFilesThatTheBoxIsGiven() throws Exception {
    var files = BoxFiles.of(Boxes.usual());
    box = Boxes.written(temporary.newFolder().toPath(), files);
    for (var name :
        List.of(BoxFiles.WALL, BoxFiles.SEGMENTS, "hostapd/wlan0.vlan", "hostapd/wlan1.vlan")) {
      assertEquals(name, digest(files.get(name)), digest(Files.readString(box.resolve(name))));
    }
    air = new Air(temporary.getRoot().toPath());
    air.deliver(box);
    air.wall(box.resolve(BoxFiles.WALL));
  }

  @After
  public void nothingIsLeft() throws IOException {
    air.close();
  }

  @Test
  public void s2_noFrameReachesAnotherCompany() throws IOException {
    for (var shows : List.of(true, false)) {
      air.showsBridgedFrames(shows);
      walled(air.heardFrom("a1"), Set.of("b1", "b2"));
      walled(air.heardFrom("b1"), Set.of("a1", "a2", "b2"));
    }
  }

  @Test
  public void s2_theWallHoldsWhenAllCablesHangInOneBridge() throws IOException {
    for (var cable : List.of("wlan0.102", "wlan1.102")) {
      air.bridge(cable, "seg101");
    }
    walled(air.heardFrom("a1"), Set.of("b1", "b2"));
    breached(
        "forward {\n    type filter hook forward priority filter; policy drop;\n    iifname . oifname",
        "drop",
        "accept");
    var heard = air.heardFrom("a1");
    for (var kind : BRIDGED) {
      assertTrue(kind + " in " + heard, heard.contains("b1 heard a1 " + kind + " b1"));
    }
    assertEquals(Set.of(), tagged(heard));
  }

  @Test
  public void s2_withoutTheRoutedWallACompanyReachesAnother() throws IOException {
    breached("hook forward priority filter; policy drop;\n    ct state", "drop", "accept");
    var heard = air.heardFrom("a1");
    for (var kind : TO_THE_LINE) {
      assertTrue(kind + " in " + heard, heard.contains("b1 heard a1 " + kind + " b1"));
    }
  }

  @Test
  public void s2_withoutTheBridgedWallPeopleReachEachOther() throws IOException {
    air.showsBridgedFrames(false);
    breached(
        "forward {\n    type filter hook forward priority filter; policy drop;\n    iifname . oifname",
        "drop",
        "accept");
    var heard = air.heardFrom("b1");
    for (var kind : BRIDGED) {
      assertTrue(kind + " in " + heard, heard.contains("b2 heard b1 " + kind + " b2"));
    }
  }

  @Test
  public void s2_withoutItsRuleForgedTagsPass() throws IOException {
    breached("    ether type { 8021q, 8021ad } drop comment \"forged tags\"\n", "(?s).*", "");
    assertEquals(Set.of("tagged", "twice-tagged"), tagged(air.heardFrom("a1")));
  }

  @Test
  public void r23_withoutItsRuleAGuestReachesTheCentresOwnNetwork() throws IOException {
    breached("ip daddr @private4 drop", "drop", "accept");
    var heard = air.heardFrom("a1");
    assertTrue(heard.toString(), heard.contains("line heard a1 plain4 lan"));
  }

  @Test
  public void withoutItsRuleAForgedSenderPasses() throws IOException {
    breached("fib saddr . iif oif missing drop", "drop", "accept");
    var heard = air.heardFrom("a1");
    assertTrue(heard.toString(), heard.contains("line heard a1 lie4 line"));
  }

  /** Those hear nothing at all, nobody hears a tag, and the line what may go there. */
  private static void walled(Set<String> heard, Set<String> apart) {
    assertEquals(Set.of(), only(heard, word -> apart.contains(word.split(" ", -1)[0])));
    assertEquals(Set.of(), tagged(heard));
    var beyond = only(heard, word -> word.startsWith("line "));
    assertEquals(heard.toString(), TO_THE_LINE.size(), beyond.size());
    for (var kind : TO_THE_LINE) {
      assertTrue(heard.toString(), beyond.stream().anyMatch(w -> w.endsWith(kind + " line")));
    }
    // the positive control: what one person of that company says to another arrives
    if (!apart.contains("a2")) {
      for (var kind : PEERS) {
        assertTrue(kind + " in " + heard, heard.contains("a2 heard a1 " + kind + " a2"));
      }
    }
  }

  private static Set<String> only(Set<String> heard, Predicate<String> which) {
    return heard.stream().filter(which).collect(Collectors.toSet());
  }

  private static Set<String> tagged(Set<String> heard) {
    var kinds = new TreeSet<String>();
    heard.stream()
        .filter(word -> word.contains("tagged"))
        .forEach(w -> kinds.add(w.split(" ", -1)[3]));
    return kinds;
  }

  /** Loads the wall with one rule changed. */
  private void breached(String place, String good, String bad) throws IOException {
    var text = Files.readString(box.resolve(BoxFiles.WALL));
    assertEquals(place, 2, text.split(Pattern.quote(place), -1).length);
    var file = box.resolve("breached.conf");
    Files.writeString(file, text.replace(place, place.replaceFirst(good, bad)));
    air.wall(file);
  }

  private static String digest(String text) throws Exception {
    var sha256 = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(sha256.digest(text.getBytes(UTF_8)));
  }
}

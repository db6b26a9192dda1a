package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escale.libraries.boxfiles.Addresses;
import org.escale.libraries.boxfiles.BoxFacts;
import org.escale.libraries.boxfiles.BoxFiles;
import org.escale.libraries.boxfiles.Hub;
import org.escale.libraries.boxfiles.Segment;
import org.escale.libraries.boxfiles.Wlan;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A box from its first start on, with power and line as they come. */
public class AgentTest {
  private static final String KEY = "abcde-fghjk-mnpqr-stuvw";
  private static final Duration GREEN = Duration.ofMinutes(2);

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private static final int DIED = 137;
  private static final int NEVER = 999;

  private final Instant began = Instant.now();
  private ToyHub hub;
  private Home home;

  @Before
  public void aBoxWithItsEnrolmentFile() throws IOException {
    hub = new ToyHub(temporary.getRoot().toPath());
    home = new Home(temporary.getRoot().toPath().resolve("box"));
    enrolment();
    hub.configure(text(Map.of("nftables.conf", "one")));
    hub.entitle(list(began));
  }

  @After
  public void close() {
    hub.close();
  }

  @Test
  public void r19_fromItsStartToGreenUnderTwoMinutesWithTheRealPrograms() throws Exception {
    hub.certificate(certificate());
    hub.configure(text(files(new Segment(101, true))));
    var start = Files.createFile(temporary.getRoot().toPath().resolve("start"));
    Files.writeString(start, "#!/bin/sh\ntest -f \"$1/nftables.conf\"\n");
    assertTrue(start.toFile().setExecutable(true));
    var begun = Instant.now();
    var agent = new Agent(home, Clock.systemUTC(), new DebianPrograms(start), step -> {});
    assertTrue(agent.round());
    var took = Duration.between(begun, Instant.now());
    assertTrue("GREEN after " + took, took.compareTo(GREEN) < 0);
    assertTrue(hub.beats.get(0), hub.beats.get(0).contains("\\\"well\\\":true"));
    var green = home.read("current");

    var bad = new TreeMap<>(files(new Segment(101, true), new Segment(102, false)));
    bad.merge("nftables.conf", "", (wall, none) -> wall.replace("policy drop", "policy dropp"));
    hub.configure(text(bad));
    assertFalse(agent.round());
    assertEquals(green, home.read("current"));
    assertTrue(hub.beats.get(1), hub.beats.get(1).contains("nft: "));

    hub.configure(text(files(new Segment(101, true), new Segment(102, false))));
    assertTrue(agent.round());
    assertFalse(green.equals(home.read("current")));
  }

  @Test
  public void whatDoesNotStartIsRolledBack() throws IOException {
    var agent = agent();
    assertTrue(agent.round());
    var works = home.read("works-by");
    hub.configure(text(Map.of("nftables.conf", "does not start")));
    assertFalse(agent.round());
    assertFalse(agent.round());
    assertEquals(works, home.read("works-by"));
    hub.configure(text(Map.of("nftables.conf", "two")));
    assertTrue(agent.round());
  }

  @Test
  public void whatTheHubDidNotSignChangesNothing() throws IOException {
    var agent = agent();
    assertTrue(agent.round());
    var kept = home.read("current");
    var me = Identity.of(home).orElseThrow();
    new Identity(me.hub(), me.box(), OwnKey.of(home).publicKey()).keep(home);
    hub.configure(text(Map.of("nftables.conf", "two")));
    assertThrows(IOException.class, agent::round);
    assertEquals(kept, home.read("current"));
  }

  @Test
  public void aConfigurationThatLeavesItsFolderIsRefused() {
    for (var path : List.of("../x", "/etc/x", "a/../x", "a/b/c", "", "a b")) {
      assertThrows(path, IOException.class, () -> Delivery.of(text(Map.of(path, "x"))));
    }
    assertThrows(IOException.class, () -> Delivery.of("escale-box 1\nfile a 99\nx"));
    assertThrows(IOException.class, () -> Delivery.of("<html>"));
  }

  @Test
  public void killedBetweenAnyTwoStepsItGoesOn() throws Exception {
    int step = 1;
    for (int code = DIED; code != 0; step++) {
      assertTrue("it comes to an end", step < 40);
      hub.close();
      hub = new ToyHub(temporary.newFolder().toPath());
      home = new Home(temporary.newFolder().toPath().resolve("box"));
      enrolment();
      hub.configure(text(Map.of("nftables.conf", "one")));
      hub.entitle(list(began));
      new Spool(home).add("START", "a", began);
      new Spool(home).add("START", "b", began);
      code = dies(step);
      assertEquals("after step " + step, 0, code == DIED ? dies(NEVER) : code);
      assertEquals(List.of("a", "b"), List.copyOf(hub.events.values()));
      assertEquals(List.of(), new Spool(home).waiting());
      worksBy("one");
    }
    assertEquals("steps of a first round", 14, step - 1);
  }

  @Test
  public void killedBetweenAnyTwoStepsOfAChangeItGoesOn() throws Exception {
    assertTrue(agent().round());
    for (int step = 1; step <= 9; step++) {
      var name = "change " + step;
      hub.configure(text(Map.of("nftables.conf", name)));
      assertEquals(DIED, dies(step));
      assertEquals(0, dies(NEVER));
      worksBy(name);
    }
  }

  private void worksBy(String wall) throws IOException {
    var digest = Delivery.digest(text(Map.of("nftables.conf", wall)));
    assertEquals(digest, home.read("current").orElseThrow().strip());
    assertEquals("config-" + digest, home.read("works-by").orElseThrow());
  }

  @Test
  public void s5_d8_eightHoursWithoutALine() throws IOException {
    var now = began;
    assertTrue(agent().round());
    hub.close();
    var me = Identity.of(home).orElseThrow();
    var list = new Entitlements(home, me);
    var spool = new Spool(home);
    for (int hour = 0; hour < 8; hour++) {
      var at = now.plus(Duration.ofHours(hour));
      var allowed = list.decide(KEY, at).orElseThrow();
      assertEquals(101, allowed.segment());
      // by this end the hub reserved what may be spent: no decision of the box moves it
      assertEquals(now.plus(Duration.ofHours(9)), allowed.until());
      spool.add("START", allowed.grant(), at);
      assertTrue(list.decide("other", at).isEmpty());
    }
    assertTrue(list.decide(KEY, now.plus(Duration.ofHours(9))).isEmpty());
    assertTrue(list.decide(KEY, now.minus(Duration.ofHours(1))).isEmpty());
    hub = new ToyHub(temporary.getRoot().toPath());
    hub.configure(text(Map.of("nftables.conf", "one")));
    hub.entitle(list(now.minusSeconds(60)));
    hub.certificate("again");
    new Identity(hub.address(), me.box(), me.hubKey()).keep(home);
    Agent agent = agent();
    assertThrows(IOException.class, agent::round);
    Files.delete(home.path("identity"));
    enrolment();
    assertTrue(agent.round());
    assertTrue(agent.round());
    assertEquals(8, hub.events.size());
    assertTrue("an older list replaces no newer", list.decide(KEY, now).isPresent());
  }

  @Test
  public void s5_itNeverFailsOpen() throws IOException {
    var now = began;
    assertTrue(agent().round());
    var me = Identity.of(home).orElseThrow();
    var list = new Entitlements(home, me);
    assertTrue(list.decide(KEY, now).isPresent());
    assertTrue("too old", list.decide(KEY, now.plus(Duration.ofHours(25))).isEmpty());
    var good = home.read("entitlements").orElseThrow();
    for (var bad :
        List.of(
            "",
            "\n",
            good.substring(0, good.length() - 1),
            good.replace("grant g 101", "grant g 102"),
            good.replace("until ", "until 9"),
            good.substring(good.indexOf('\n') + 1),
            good.replace("box box-1", "box box-2"))) {
      home.write("entitlements", bad);
      assertTrue(bad, list.decide(KEY, now).isEmpty());
    }
    Files.delete(home.path("entitlements"));
    assertTrue(list.decide(KEY, now).isEmpty());
  }

  @Test
  public void aLineThatWasCutOffIsWrittenAnewAndNoNumberTwice() throws IOException {
    var spool = new Spool(home);
    assertEquals(1, spool.add("START", "a", Instant.EPOCH.plusSeconds(1)));
    Files.writeString(home.path("spool"), home.read("spool").orElseThrow() + "2 START b 20", UTF_8);
    assertEquals(2, spool.add("START", "c", Instant.EPOCH.plusSeconds(2)));
    assertEquals(2, spool.waiting().size());
    spool.kept(2);
    assertEquals(List.of(), spool.waiting());
    assertEquals(3, new Spool(home).add("STOP", "c", Instant.EPOCH.plusSeconds(3)));
  }

  private void enrolment() throws IOException {
    home.write(
        "enrolment", "escale-enrolment 1\nhub " + hub.address() + "\ntoken " + ToyHub.TOKEN + "\n");
  }

  private Agent agent() throws IOException {
    return new Agent(home, Clock.systemUTC(), new DyingBox.Noting(home), step -> {});
  }

  private int dies(int step) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DyingBox.class.getName(),
                home.folder().toString(),
                Integer.toString(step))
            .inheritIO()
            .start();
    return process.waitFor();
  }

  private static String list(Instant now) throws IOException {
    return "escale-entitlements 1\nbox box-1\nissued %s\nuntil %s\ngrant g 101 %s %s %s\n"
        .formatted(
            now,
            now.plus(Duration.ofHours(24)),
            now.minusSeconds(60),
            now.plus(Duration.ofHours(9)),
            Delivery.digest(KEY));
  }

  private static String text(Map<String, String> files) {
    var text = new StringBuilder("escale-box 1\nbox box-1\ncentre x\n");
    files.forEach(
        (path, content) ->
            text.append("file ")
                .append(path)
                .append(' ')
                .append(content.getBytes(UTF_8).length)
                .append('\n')
                .append(content));
    return text.toString();
  }

  private static Map<String, String> files(Segment... segments) {
    return BoxFiles.of(
        new BoxFacts(
            "box-1",
            "Axis Parc",
            "eth0",
            List.of(new Wlan("Escale", Wlan.Proof.PERSONAL_KEY, "wlan0", 6)),
            List.of(segments),
            new Hub("localhost", 2083, URI.create("https://hub.example/portal")),
            Addresses.usual("fd12:3456:789a")));
  }

  /** For the box's own key, as the hub would make one. */
  private String certificate() throws Exception {
    var keys = Files.createDirectories(temporary.getRoot().toPath().resolve("ca"));
    Files.writeString(keys.resolve("box.key"), OwnKey.of(home).pem());
    var made =
        new ProcessBuilder(
                "openssl",
                "req",
                "-x509",
                "-key",
                "box.key",
                "-days",
                "2",
                "-subj",
                "/CN=box-1",
                "-out",
                "box.pem")
            .directory(keys.toFile())
            .inheritIO()
            .start();
    assertEquals(0, made.waitFor());
    return Files.readString(keys.resolve("box.pem"));
  }
}

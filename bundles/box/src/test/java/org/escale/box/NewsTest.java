package org.escale.box;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.escale.tck.machine.BareHostapd;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Between two rounds a box hears that somebody came or went (S1). */
public class NewsTest {
  private static final String PHONE = "020000000001";
  private static final int SOON = 5;

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private Plugged box;
  private Listed listed;
  private Agent agent;
  private int hears;

  @Before
  public void aBoxThatWentRound() throws IOException {
    box = new Plugged(temporary.getRoot().toPath());
    listed = new Listed(box.began);
    hears = box.radioHears();
    agent = box.agent();
    entitle("ann");
    assertTrue(agent.round());
  }

  @After
  public void close() {
    box.close();
  }

  @Test
  public void s1_whoLeavesIsCutOffByHostapdWithoutARound() throws Exception {
    agent.inside().letIn(PHONE, "ann", Instant.now().minus(Cuts.REMEMBERED));
    try (var radio = radio();
        var news = agent.news()) {
      waits(1);
      entitle("bob");
      await(() -> radio.asked() == 1);
      await(() -> agent.inside().until(agent.inside().turn()).isEmpty());
      assertFalse(news.ended());
    }
  }

  @Test
  public void s1_whoMayBeBackIsCutOffAgainWithoutARound() throws Exception {
    agent.inside().letIn(PHONE, "ann", Instant.now());
    try (var radio = radio();
        var news = agent.news()) {
      entitle("bob");
      await(() -> radio.asked() >= 2);
      assertFalse(news.ended());
    }
  }

  @Test
  public void whoComesIsListedWithoutARoundAndTheRoundsGoOn() throws Exception {
    try (var news = agent.news()) {
      waits(1);
      entitle("ann", "cas");
      await(() -> list().contains("grant cas "));
      waits(2);
      entitle("ann", "dan");
      assertTrue(agent.round());
      await(() -> list().contains("grant dan "));
      assertFalse(news.ended());
    }
    assertEquals("one sign of life for each round", 2, box.hub.beats.size());
  }

  @Test
  public void whenNothingHappensItWaitsAgain() throws Exception {
    box.hub.waits.longest(Duration.ofMillis(10));
    try (var news = agent.news()) {
      waits(3);
      assertFalse(news.ended());
    }
    apart(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  public void aHubThatDoesNotKnowHowIsAskedLessAndLess() throws Exception {
    box.hub.waits.always(404);
    try (var news = agent.news()) {
      waits(3);
      assertFalse(news.ended());
    }
    apart(Duration.ofSeconds(2), Duration.ofSeconds(4));
    box.hub.waits.always(503);
    assertFalse(listing().follow());
    box.hub.waits.always(200);
    assertFalse(listing().follow());
  }

  @Test
  public void aHubThatCriesWolfIsAskedLessAndLess() throws Exception {
    box.hub.waits.always(204);
    try (var news = agent.news()) {
      waits(3);
      assertFalse(news.ended());
    }
    apart(Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  public void s5_whatTheHubDidNotSignCutsNobodyOff() throws Exception {
    agent.inside().letIn(PHONE, "ann", Instant.now().minus(Cuts.REMEMBERED));
    var before = list();
    try (var silent = new DatagramSocket(hears, InetAddress.getLoopbackAddress());
        var news = agent.news()) {
      waits(1);
      box.hub.forge();
      entitle("bob");
      waits(2);
      assertEquals(before, list());
      silent.setSoTimeout(1);
      var came = new DatagramPacket(new byte[Asked.LONGEST], Asked.LONGEST);
      assertThrows(SocketTimeoutException.class, () -> silent.receive(came));
      assertFalse(news.ended());
    }
  }

  @Test
  public void s5_aBoxThatTheHubDoesNotHearAsksNothing() throws IOException {
    var listing = listing();
    box.hub.waits.longest(Duration.ofMillis(10));
    assertTrue(listing.follow());
    new Contact(box.home).heard(Instant.now().minus(Contact.WELL));
    entitle("bob");
    assertFalse(listing.follow());
    assertTrue("only by a round", list().contains("grant ann "));
    assertEquals(1, box.hub.waits.began().size());
  }

  @Test
  public void s5_aBoxThatIsNotHeardAnyLongerWhileItWaitsFetchesNothing() throws Exception {
    var listing = listing();
    var follows = CompletableFuture.supplyAsync(() -> followed(listing));
    waits(1);
    new Contact(box.home).heard(Instant.now().minus(Contact.WELL));
    entitle("bob");
    assertFalse(follows.get(SOON, TimeUnit.SECONDS));
    assertTrue(list().contains("grant ann "));
  }

  private static boolean followed(Listing listing) {
    try {
      return listing.follow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  public void itStopsAtOnceAlsoWhileItWaits() throws Exception {
    var news = agent.news();
    waits(1);
    news.close();
    await(news::ended);
  }

  private Listing listing() throws IOException {
    var clock = Clock.systemUTC();
    var line = new Line(clock, OwnKey.of(box.home));
    return new Listing(box.home, clock, line, new Cuts(box.home, clock, new Inside()));
  }

  /** The time between the first askings, each so long at least. */
  private void apart(Duration... least) {
    var began = box.hub.waits.began();
    for (int n = 0; n < least.length; n++) {
      var gap = Duration.between(began.get(n), began.get(n + 1));
      assertTrue(began.toString(), gap.compareTo(least[n]) >= 0);
    }
  }

  private void waits(int times) throws Exception {
    await(() -> box.hub.waits.began().size() >= times);
  }

  private static void await(Callable<Boolean> done) throws Exception {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(2 * SOON);
    while (!done.call()) {
      assertTrue("in time", System.nanoTime() < limit);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private void entitle(String... sessions) throws IOException {
    var lines = new String[sessions.length];
    for (int n = 0; n < lines.length; n++) {
      lines[n] = listed.grant(sessions[n], "key-" + sessions[n]);
    }
    box.hub.entitle(listed.text(lines));
  }

  private String list() throws IOException {
    var me = Identity.of(box.home).orElseThrow();
    return new Entitlements(box.home, me).list().orElse("");
  }

  private BareHostapd radio() throws IOException {
    Optional<Path> files = Applying.files(box.home);
    return new BareHostapd(
        temporary.newFolder().toPath(), files.orElseThrow().resolve("hostapd/wlan0.conf"));
  }
}

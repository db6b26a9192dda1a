package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.gateway.SampleGrants;
import org.junit.Before;
import org.junit.Test;

/** Whom to tell of another end, and who fell silent, is found without looking at everybody. */
public class ChangerTest {
  private static final int STEPS = 2_000;

  private final Bench bench = new Bench();
  private final Map<String, Instant> told = new HashMap<>();
  private final CountingClock clock = new CountingClock(bench.clock);
  private Here here;
  private Sessions sessions;
  private Changer changer;
  private Crowd crowd;

  @Before
  public void gearThatCanBeTold() throws GatewayException {
    var h = bench.here("coovachilli");
    here =
        new Here(h.config(), h.nas(), h.host(), clock, h.nanos(), h.book(), h.handles(), h.tally());
    crowd = new Crowd(bench, here, 7);
    IntStream.range(0, Crowd.PEOPLE).mapToObj(crowd::grant).forEach(here.book()::learn);
    sessions = crowd.sessions;
    changer = new Changer(here, sessions);
  }

  @Test
  public void whoeverLooksAtEverybodyTellsTheSame() {
    int sent = 0;
    for (int step = 0; step < STEPS; step++) {
      step(crowd.somebody(), step);
      var expected = lookAtEverybody();
      var packets = changer.due().stream().map(ChangerTest::packet).toList();
      assertEquals(
          "step " + step, expected, packets.stream().map(ChangerTest::name).sorted().toList());
      packets.forEach(this::taken);
      sent += packets.size();
    }
    assertTrue(sent + " changes", sent > STEPS / 20);
  }

  @Test
  public void whoFellSilentIsWhomEverybodyWouldFind() {
    int ended = 0;
    long patience = here.profile().interim().multipliedBy(5).dividedBy(2).toNanos();
    for (int step = 0; step < STEPS; step++) {
      crowd.news(Crowd.START, crowd.somebody(), step);
      bench.pass(here.profile().interim().dividedBy(2L + crowd.random.nextInt(8)));
      long now = bench.nanos.get();
      var left =
          Crowd.names(sessions.all().stream().filter(s -> now - s.heard() <= patience).toList());
      ended += sessions.count() - left.size();
      var stops = sessions.stale(now);
      assertEquals("step " + step, left, Crowd.names(sessions.all()));
      assertTrue(stops.stream().allMatch(stop -> stop.at().isBefore(here.now())));
    }
    assertTrue(ended + " ended", ended > STEPS / 20);
  }

  @Test
  public void whileNothingMovesNobodyIsLookedAt() {
    for (int who = 0; who < Crowd.PEOPLE; who++) {
      crowd.news(Crowd.START, who, 1);
    }
    assertEquals(0, changer.due().size());
    clock.asked = 0;
    assertEquals(0, changer.due().size());
    assertEquals(0, clock.asked);
    learn(0, here.now(), Duration.ofHours(3));
    assertEquals(1, changer.due().size());
    assertTrue("of one only: " + clock.asked, clock.asked < Crowd.PEOPLE / 2);
  }

  @Test
  public void whoBeganOrEndedIsNewsOnce() {
    crowd.news(Crowd.START, 0, 1);
    var name = Crowd.names(sessions.all()).get(0);
    assertEquals(Set.of(name), sessions.news());
    assertEquals(1, sessions.end(name, here.now()).size());
    assertEquals(Set.of(name), sessions.news());
    assertEquals(Set.of(), sessions.news());
  }

  @Test
  public void aGrantThatBeginsSoonIsLookedAtWhenItDoes() {
    here.book().lets(crowd.grant(0), known -> new byte[0]);
    learn(0, here.now().plusSeconds(60), Duration.ofHours(3));
    crowd.news(Crowd.START, 0, 1);
    assertEquals(0, changer.due().size());
    bench.pass(Duration.ofSeconds(60));
    assertEquals(1, changer.due().size());
  }

  private void step(int who, int step) {
    switch (crowd.random.nextInt(7)) {
      case 0, 1 -> crowd.news(Crowd.START, who, step);
      case 2 -> crowd.news(Crowd.STOP, who, step);
      case 3 -> here.book().lets(crowd.grant(who), known -> new byte[0]);
      case 4, 5 -> learn(who, Bench.EIGHT, Duration.ofMinutes(crowd.random.nextInt(9) * 10L));
      default -> bench.pass(Duration.ofSeconds(crowd.random.nextInt(90)));
    }
  }

  /** What is to be told by who looks at all sessions each time. */
  private List<String> lookAtEverybody() {
    told.keySet().retainAll(Crowd.names(sessions.all()));
    var due = new ArrayList<String>();
    for (var session : sessions.all()) {
      var grant = here.book().of(session.grant()).orElseThrow();
      if (grant.decide(here.now(), grant.centre()).allowed()) {
        var first = here.book().let(grant.id()).orElse(grant.until());
        if (!told.computeIfAbsent(session.session(), none -> first).equals(grant.until())) {
          told.put(session.session(), grant.until());
          due.add(session.session());
        }
      }
    }
    return due.stream().sorted().toList();
  }

  /** The hub says from when that one is let in, and how long there is left. */
  private void learn(int who, Instant from, Duration left) {
    var g = crowd.grant(who);
    var until = here.now().plus(left);
    var revised = SampleGrants.revised(g, g.revision() + 1, until, false);
    crowd.learn(who, SampleGrants.from(revised, from));
  }

  private void taken(Packet request) {
    var answer = Message.answer(Code.COA_ACK, request);
    assertTrue(changer.answered(answer.answering(Bench.secret(), request.authenticator())));
  }

  private static Packet packet(byte[] octets) {
    return Packet.read(octets, octets.length).orElseThrow();
  }

  private static String name(Packet change) {
    return change.text(Type.ACCT_SESSION_ID).orElseThrow();
  }

  /** Counts how often it is asked. */
  private static final class CountingClock extends Clock {
    private final Clock clock;
    private int asked;

    CountingClock(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Instant instant() {
      asked++;
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new CountingClock(clock.withZone(zone));
    }
  }
}

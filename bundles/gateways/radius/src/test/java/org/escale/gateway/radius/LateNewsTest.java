package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.escale.access.GrantId;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Secret;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.LiveSession;
import org.junit.Before;
import org.junit.Test;

/** Late, doubled, reordered and missing news changes nothing twice and loses nothing (law S6). */
public class LateNewsTest {
  private static final int START = 1;
  private static final int STOP = 2;
  private static final int INTERIM = 3;

  private final Bench bench = new Bench();
  private Here here;
  private Sessions sessions;

  @Before
  public void open() throws GatewayException {
    here = bench.here("hostapd-8021x");
    sessions = Bench.sessions(here);
    bench.hub.lets("ann", Bench.EIGHT);
    bench.hub.lets("bob", Bench.EIGHT);
  }

  @Test
  public void s6_aCopyWithAnotherDelayIsTheSame() {
    assertEquals(List.of(Kind.START), told(START, "s", 0));
    var again = news(START, "s", 5).number(Type.ACCT_DELAY_TIME, 5);
    assertEquals(List.of(), told(again));
    assertEquals(1, here.tally().of(Noted.REPEATED));
    assertEquals(List.of(), told(news(START, "s", 0).number(Type.ACCT_DELAY_TIME, 3)));
  }

  @Test
  public void s6_lifeAfterTheStopThatIsOlderIsLate() {
    told(START, "s", 0);
    assertEquals(List.of(Kind.STOP), told(STOP, "s", 100));
    assertEquals(List.of(), told(INTERIM, "s", 60));
    assertEquals(List.of(), told(START, "s", 0));
    assertEquals(List.of(), told(STOP, "s", 100));
    assertEquals(List.of(), sessions.sessions());
  }

  @Test
  public void s6_aStopWithoutAStartIsToldOnce() {
    assertEquals(List.of(Kind.STOP), told(STOP, "s", 100));
    assertEquals(List.of(), told(START, "s", 0));
    assertEquals(List.of(), told(STOP, "s", 100));
  }

  @Test
  public void s6_anInterimBeforeTheStartIsAStartToo() {
    assertEquals(List.of(Kind.ALIVE), told(INTERIM, "s", 60));
    assertEquals(List.of(), told(START, "s", 0));
    assertEquals(Bench.EIGHT, sessions.sessions().get(0).since());
  }

  @Test
  public void aNameCanBeUsedAgainAfterItsStop() {
    told(START, "s", 0);
    told(STOP, "s", 100);
    assertEquals(List.of(Kind.START), told(START, "s", 100));
    assertEquals(1, sessions.sessions().size());
  }

  @Test
  public void theSameNameOfAnotherPersonIsAnotherSession() {
    told(START, "s", 0);
    told(STOP, "s", 100);
    var bob = here.handles().of(bench.hub.lets("bob", Bench.EIGHT).id());
    var next = Bench.news(START, "s", "anonymous", 200).octets(Type.CLASS, bob);
    assertEquals(List.of(Kind.START), told(next));
    assertEquals("g-bob", sessions.sessions().get(0).grant().value());
  }

  @Test
  public void aForgedClassIsNobody() {
    var other = new Handles(here.config().id(), Secret.of("another-secret-of-20"));
    var forged = other.of(bench.hub.lets("bob", Bench.EIGHT).id());
    var start = Bench.news(START, "s", "anonymous", 0).octets(Type.CLASS, forged);
    assertEquals(List.of(), told(start));
    assertEquals(1, here.tally().of(Noted.UNASSIGNED));
  }

  @Test
  public void whoIsFoundByNameCannotHaveBeenThereBefore() {
    assertEquals(List.of(), told(STOP, "of an earlier visit", -60));
    assertEquals(1, here.tally().of(Noted.UNASSIGNED));
  }

  @Test
  public void rebootedGearEndsItsSessionsAtTheirLastSignOfLife() {
    told(START, "s", 0);
    told(INTERIM, "s", 60);
    var on =
        Message.request(Code.ACCOUNTING_REQUEST, 1)
            .number(Type.ACCT_STATUS_TYPE, 7)
            .number(Type.EVENT_TIMESTAMP, Bench.EIGHT.getEpochSecond() + 600);
    var events = sessions.take(Bench.reading(here, on));
    assertEquals(List.of(Kind.STOP), Bench.kinds(events));
    assertEquals(Bench.EIGHT.plusSeconds(60), events.get(0).at());
    assertEquals(List.of(), told(on));
  }

  @Test
  public void lateNewsOfARebootEndsNobodyWhoCameAfterIt() {
    told(START, "s", 600);
    var on =
        Message.request(Code.ACCOUNTING_REQUEST, 1)
            .number(Type.ACCT_STATUS_TYPE, 7)
            .number(Type.EVENT_TIMESTAMP, Bench.EIGHT.getEpochSecond() + 500);
    assertEquals(List.of(), told(on));
    assertEquals(1, sessions.sessions().size());
  }

  @Test
  public void onlyWhoFallsSilentIsStale() {
    told(START, "s", 0);
    told(Bench.news(START, "t", "bob", 0));
    bench.pass(Duration.ofSeconds(151));
    assertEquals("the gear is silent too", List.of(), sessions.stale(0));
    told(Bench.news(INTERIM, "t", "bob", 150));
    var ended = sessions.stale(bench.nanos.get());
    assertEquals(List.of("g-ann"), ended.stream().map(e -> e.grant().value()).toList());
    assertEquals(List.of(Bench.EIGHT), ended.stream().map(e -> e.at()).toList());
  }

  @Test
  public void whoFellSilentWhileTheHubWasAwayEndsAtTheLastSignOfLife() throws GatewayException {
    told(START, "s", 0);
    told(Bench.news(START, "t", "bob", 0));
    for (var person : List.of("ann", "bob")) {
      var grant = new GrantId("g-" + person);
      var session = person.equals("ann") ? "s" : "t";
      bench.hub.attached.put(grant, new Attachment(here.config().id(), "020000000001", session));
      bench.hub.seen.put(grant, Bench.EIGHT.plusSeconds(60));
    }
    bench.pass(Duration.ofHours(1));
    here = bench.here("hostapd-8021x");
    sessions = Bench.sessions(here);
    assertEquals(
        List.of(Bench.EIGHT.plusSeconds(60), Bench.EIGHT.plusSeconds(60)),
        sessions.sessions().stream().map(LiveSession::lastSeen).toList());
    told(Bench.news(INTERIM, "t", "bob", 3600));
    assertEquals(
        "nobody is ended for the hub's own silence", List.of(), sessions.stale(bench.nanos.get()));
    bench.pass(Duration.ofSeconds(151));
    told(Bench.news(INTERIM, "t", "bob", 3751));
    var ended = sessions.stale(bench.nanos.get());
    assertEquals(List.of("g-ann"), ended.stream().map(e -> e.grant().value()).toList());
    assertEquals(List.of(Bench.EIGHT.plusSeconds(60)), ended.stream().map(e -> e.at()).toList());
  }

  @Test
  public void gigawordsAreCountedAndCountersDoNotGoBack() {
    told(START, "s", 0);
    told(
        news(INTERIM, "s", 60)
            .number(Type.ACCT_INPUT_OCTETS, 5)
            .number(Type.ACCT_INPUT_GIGAWORDS, 1)
            .number(Type.ACCT_OUTPUT_OCTETS, 7));
    told(news(INTERIM, "s", 120).number(Type.ACCT_INPUT_OCTETS, 1));
    assertEquals(1, here.tally().of(Noted.COUNTED_BACK));
    var octets = sessions.of("s").orElseThrow().octets();
    assertEquals(new Octets((1L << 32) + 5, 7), octets);
    assertEquals("a stop may say nothing", List.of(Kind.STOP), told(STOP, "s", 130));
  }

  @Test
  public void twoSessionsOfOnePersonEndOnce() {
    told(START, "s", 0);
    told(START, "t", 10);
    assertEquals(List.of(), told(STOP, "s", 20));
    assertEquals(List.of(Kind.STOP), told(STOP, "t", 30));
  }

  @Test
  public void s6_anyOrderOfTheSameNewsEndsTheSame() {
    var news =
        List.of(
            news(START, "s", 0), news(INTERIM, "s", 60), news(STOP, "s", 90), news(STOP, "s", 90));
    permutations(news)
        .forEach(
            order -> {
              var fresh = Bench.sessions(here);
              var ends =
                  order.stream()
                      .flatMap(m -> fresh.take(Bench.reading(here, m)).stream())
                      .filter(event -> event.kind() == Kind.STOP)
                      .map(event -> event.at())
                      .toList();
              assertEquals(List.<Instant>of(Bench.EIGHT.plusSeconds(90)), ends);
              assertEquals(List.of(), fresh.sessions());
            });
  }

  private static Stream<List<Message>> permutations(List<Message> of) {
    if (of.size() <= 1) {
      return Stream.of(of);
    }
    return java.util.stream.IntStream.range(0, of.size())
        .boxed()
        .flatMap(
            i -> {
              var rest = new java.util.ArrayList<>(of);
              var first = rest.remove(i.intValue());
              return permutations(rest)
                  .map(tail -> Stream.concat(Stream.of(first), tail.stream()).toList());
            });
  }

  private static Message news(int status, String session, long seconds) {
    return Bench.news(status, session, "ann", seconds);
  }

  private List<Kind> told(int status, String session, long seconds) {
    return told(news(status, session, seconds));
  }

  private List<Kind> told(Message message) {
    return Bench.kinds(sessions.take(Bench.reading(here, message)));
  }
}

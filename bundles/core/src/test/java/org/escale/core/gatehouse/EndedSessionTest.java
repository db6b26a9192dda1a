package org.escale.core.gatehouse;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.access.GatewayId;
import org.escale.access.InstalledGateway;
import org.escale.access.Session;
import org.escale.access.Session.Reason;
import org.escale.access.Session.State;
import org.escale.access.SessionHandle;
import org.escale.core.fixture.Hall;
import org.escale.federation.CentreId;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Audit;
import org.escale.service.Gatehouse.Happening;
import org.escale.service.Gatehouse.Kind;
import org.escale.service.Gatehouse.Live;
import org.escale.spi.gateway.GatewayEvent;
import org.junit.After;
import org.junit.Test;

/** An operator ends a session; the visit goes on. */
public class EndedSessionTest {
  private static final GatewayId HERE = new GatewayId("g-x");

  private final Hall hall = new Hall();
  private final List<Audit.Line> audited = new ArrayList<>();
  private final Watch watch =
      new Watch(hall.house.clock, hall.gateways, hall.house.snapshots, hall.house.store);
  private final Keeper keeper = keeper(hall, watch, audited);

  static Keeper keeper(Hall hall, Watch watch, List<Audit.Line> audited) {
    var house = hall.house;
    var ends = new SessionEnds(house.clock, house.snapshots, house.commits, noting(audited));
    return new Keeper(house.clock, watch, house.snapshots, house.store, house.store, ends);
  }

  @After
  public void close() {
    watch.close();
    hall.close();
  }

  @Test
  public void s1_theKeyIsDeadAtOnceAndTheSessionIsCutUntilThereIsProof() throws IOException {
    var visit = connected("ann");
    var key = hall.key(hall.house.member("ann"), visit);
    hall.gateway.stubborn(true);
    assertEquals(State.CUTTING, done(end(handle(visit), Reason.MISUSE)).state());
    assertFalse(hall.gateway.connect(key, hall.house.clock.instant()));
    hall.steward.runDue();
    assertEquals(State.CUTTING, hall.session(visit).state());
    hall.gateway.stubborn(false);
    hall.pass(Duration.ofSeconds(5));
    assertEquals(State.ENDED, hall.session(visit).state());
    assertEquals(List.of(), hall.gateway.sessions());
  }

  @Test
  public void s3_theVisitStaysAsItIsAlsoWhenItsGatewayTellsTheEnd() throws IOException {
    var visit = connected("ann");
    var id = hall.session(visit).id();
    done(end(handle(visit), Reason.KEY_KNOWN));
    hall.gateway.report(GatewayEvent.Kind.STOP, id, hall.house.clock.instant());
    hall.pass(Duration.ofMinutes(30));
    assertEquals(State.ENDED, hall.session(visit).state());
    assertTrue(hall.now(visit).open());
    assertEquals(List.of(), hall.records(visit));
    hall.leave("ann", visit);
    hall.gateway.report(GatewayEvent.Kind.STOP, id, visit.startedAt());
    hall.pass(Duration.ofMinutes(2));
    assertEquals(By.CHECK_OUT, hall.now(visit).closing().orElseThrow().by());
    assertEquals(1, hall.records(visit).size());
  }

  @Test
  public void s1_aFreshSessionHasAnotherKeyAndEndsWithTheVisit() throws IOException {
    var visit = connected("ann");
    var ann = hall.house.member("ann");
    var before = hall.session(visit);
    var key = hall.key(ann, visit);
    assertEquals(key, done(hall.reception.freshKey(ann, visit.id())).key());
    hall.gateway.stubborn(true);
    done(end(handle(visit), Reason.KEY_KNOWN));
    hall.steward.runDue();
    refused(RefusalCode.WRONG_STATE, hall.reception.freshKey(ann, visit.id()));
    hall.gateway.stubborn(false);
    hall.pass(Duration.ofSeconds(5));
    refused(RefusalCode.NOT_FOUND, hall.reception.freshKey(hall.house.member("bob"), visit.id()));
    refused(RefusalCode.NOT_ALLOWED, hall.reception.freshKey(hall.house.desk("x"), visit.id()));
    var fresh = done(hall.reception.freshKey(ann, visit.id()));
    assertNotEquals(key, fresh.key());
    assertEquals(before.until(), fresh.session().until());
    assertEquals(before.segment(), fresh.session().segment());
    assertEquals(fresh.key(), done(hall.reception.freshKey(ann, visit.id())).key());
    hall.steward.runDue();
    assertTrue(hall.gateway.connect(fresh.key(), hall.house.clock.instant()));
    assertFalse(hall.gateway.connect(key, hall.house.clock.instant()));
    hall.pass(Duration.ofMinutes(5));
    hall.leave("ann", visit);
    assertFalse(hall.gateway.connect(fresh.key(), hall.house.clock.instant()));
    refused(RefusalCode.WRONG_STATE, hall.reception.freshKey(ann, visit.id()));
    hall.steward.runDue();
    assertTrue(hall.all(Session.class).stream().allMatch(s -> s.state() == State.ENDED));
  }

  @Test
  public void askedAgainItChangesNothingAndWhatIsOverOrElsewhereIsNotFound() throws IOException {
    var visit = connected("ann");
    var handle = handle(visit);
    hall.centre("y", 1);
    var there = new GatewayId("g-y");
    hall.house.put(new InstalledGateway(there, new CentreId("y"), "none", Map.of()));
    var operator = hall.house.federation();
    refused(RefusalCode.NOT_FOUND, keeper.end(operator, there, handle, Reason.OTHER));
    refused(RefusalCode.NOT_FOUND, end(new SessionHandle("0".repeat(32)), Reason.OTHER));
    refused(RefusalCode.NOT_ALLOWED, keeper.end(hall.house.desk("x"), HERE, handle, Reason.OTHER));
    refused(
        RefusalCode.NOT_ALLOWED, keeper.end(hall.house.member("ann"), HERE, handle, Reason.OTHER));
    assertEquals(List.of(), audited);
    hall.gateway.stubborn(true);
    done(end(handle, Reason.FAULT));
    var cut = hall.session(visit);
    assertEquals(State.CUTTING, done(end(handle, Reason.MISUSE)).state());
    assertEquals(cut, hall.session(visit));
    assertEquals(1, audited.size());
    hall.gateway.stubborn(false);
    hall.pass(Duration.ofSeconds(5));
    refused(RefusalCode.NOT_FOUND, end(handle, Reason.FAULT));
  }

  @Test
  public void e7_whoAndWhyAreAuditedAndTheTimelineTellsNobodysName() throws IOException {
    var visit = connected("ann");
    done(end(handle(visit), Reason.KEY_KNOWN));
    hall.pass(Duration.ofSeconds(5));
    var line = audited.get(0);
    assertEquals("session-end:KEY_KNOWN", line.operation());
    assertEquals(Optional.of(hall.house.federation().who()), line.who());
    var told = done(keeper.happenings(hall.house.federation(), HERE));
    var texts = told.stream().collect(java.util.stream.Collectors.toMap(Happening::kind, h -> h));
    assertEquals("KEY_KNOWN", texts.get(Kind.CUT).text());
    assertEquals("CUT", texts.get(Kind.ENDED).text());
    assertFalse(told.toString().contains(visit.guest().person().value()));
    var shown = handleText(visit);
    assertFalse(shown.contains(visit.guest().person().value()));
    assertFalse(shown.contains(hall.session(visit).id().value()));
  }

  private String handleText(Visit visit) {
    return SessionHandle.of(hall.session(visit).id()).value();
  }

  private Outcome<Live> end(SessionHandle handle, Reason reason) {
    return keeper.end(hall.house.federation(), HERE, handle, reason);
  }

  private SessionHandle handle(Visit visit) {
    var own = SessionHandle.of(hall.session(visit).id());
    var shown = done(keeper.sessions(hall.house.federation(), HERE));
    assertTrue(shown.stream().anyMatch(live -> live.handle().equals(own)));
    return own;
  }

  private Visit connected(String member) throws IOException {
    var visit = hall.walkIn(member);
    hall.steward.runDue();
    Instant now = hall.house.clock.instant();
    assertTrue(hall.gateway.connect(hall.key(hall.house.member(member), visit), now));
    return hall.now(visit);
  }

  private static Audit noting(List<Audit.Line> lines) {
    return new Audit() {
      @Override
      public void done(Audit.Line line) {
        lines.add(line);
      }

      @Override
      public void refused(Audit.Line line) {
        lines.add(line);
      }
    };
  }
}

package org.escale.core.gatehouse;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escale.access.GatewayId;
import org.escale.access.InstalledGateway;
import org.escale.access.Session.State;
import org.escale.core.fixture.Hall;
import org.escale.federation.CentreId;
import org.escale.refusal.RefusalCode;
import org.escale.service.Gatehouse.Alarm;
import org.escale.service.Gatehouse.Fault;
import org.escale.service.Gatehouse.Happening;
import org.escale.service.Gatehouse.Kind;
import org.junit.After;
import org.junit.Test;

/** Gateways as operator and desk see them. */
public class KeeperTest {
  private static final GatewayId HERE = new GatewayId("g-x");

  private final Hall hall = new Hall();
  private final Watch watch =
      new Watch(hall.house.clock, hall.gateways, hall.house.snapshots, hall.house.store);
  private final Keeper keeper = EndedSessionTest.keeper(hall, watch, new ArrayList<>());

  @After
  public void close() {
    watch.close();
    hall.close();
  }

  @Test
  public void e1_aDeskSeesItsOwnGatewaysAndTheOperatorAll() {
    hall.centre("y", 1);
    hall.house.put(new InstalledGateway(new GatewayId("g-y"), new CentreId("y"), "toy", Map.of()));
    hall.steward.runDue();
    watch.look();
    assertEquals(2, done(keeper.gateways(hall.house.federation())).size());
    var own = done(keeper.gateways(hall.house.desk("x")));
    assertEquals(List.of(HERE), own.stream().map(s -> s.id()).toList());
    refused(RefusalCode.NOT_ALLOWED, keeper.gateways(hall.house.member("ann")));
    refused(RefusalCode.NOT_FOUND, keeper.sessions(hall.house.desk("y"), HERE));
    refused(RefusalCode.NOT_FOUND, keeper.channels(hall.house.desk("y"), HERE));
    refused(RefusalCode.NOT_FOUND, keeper.happenings(hall.house.desk("y"), HERE));
    refused(RefusalCode.NOT_ALLOWED, keeper.sessions(hall.house.member("ann"), HERE));
  }

  @Test
  public void e7_whoseASessionIsIsToldToItsCentreAlone() {
    var visit = hall.walkIn("ann");
    hall.steward.runDue();
    var seen = done(keeper.sessions(hall.house.desk("x"), HERE)).get(0);
    assertEquals(visit.id(), seen.whose().orElseThrow().visit());
    assertEquals(State.READY, seen.state());
    var bare = done(keeper.sessions(hall.house.federation(), HERE)).get(0);
    assertFalse(bare.whose().isPresent());
    var told = done(keeper.happenings(hall.house.federation(), HERE)).toString();
    assertFalse(told, told.contains(visit.guest().person().value()));
    var session = seen.whose().orElseThrow().session().value();
    assertFalse(told, told.contains(session));
    assertTrue(done(keeper.happenings(hall.house.desk("x"), HERE)).toString().contains(session));
  }

  @Test
  public void s2_theChannelsThatAreDrawnAreShownWithTheirSessions() {
    var visit = hall.walkIn("ann");
    var channels = done(keeper.channels(hall.house.desk("x"), HERE));
    assertEquals(2, channels.first());
    assertEquals(4094, channels.last());
    var own = channels.drawn().get(0);
    assertEquals(visit.guest().company(), own.company());
    assertEquals(1, own.sessions());
  }

  @Test
  public void whatWaitsForAGatewayThatIsSilentIsAnAlarmUntilItIsTaken() {
    watch.look();
    hall.gateway.reachable(false);
    hall.walkIn("ann");
    hall.pass(Duration.ofSeconds(31));
    watch.look();
    var ill = done(keeper.gateways(hall.house.desk("x"))).get(0);
    assertTrue(ill.alarms().toString(), ill.alarms().contains(new Alarm(Fault.WAITING, 1)));
    assertEquals(1, ill.waiting());
    hall.gateway.reachable(true);
    hall.pass(Duration.ofSeconds(60));
    watch.look();
    assertEquals(List.of(), done(keeper.gateways(hall.house.desk("x"))).get(0).alarms());
    var kinds =
        done(keeper.happenings(hall.house.desk("x"), HERE)).stream().map(Happening::kind).toList();
    assertTrue(kinds.toString(), kinds.containsAll(List.of(Kind.ALARM, Kind.CALM, Kind.BEGAN)));
  }

  @Test
  public void s3_theEndOfASessionSaysWhatEndedItsVisit() {
    var visit = hall.walkIn("ann");
    hall.steward.runDue();
    hall.pass(Duration.ofMinutes(5));
    hall.leave("ann", visit);
    hall.steward.runDue();
    var ended = done(keeper.happenings(hall.house.desk("x"), HERE)).get(0);
    assertEquals(Kind.ENDED, ended.kind());
    assertEquals("CHECK_OUT", ended.text());
    assertEquals(List.of(), done(keeper.sessions(hall.house.desk("x"), HERE)));
  }
}

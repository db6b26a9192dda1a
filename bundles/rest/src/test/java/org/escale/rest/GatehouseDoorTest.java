package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.access.SessionHandle;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.client.Pseudonym;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Json;
import org.escale.service.Gatehouse;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The door of those who look after gateways. */
public final class GatehouseDoorTest {
  private static final GatewayId GATE = new GatewayId("g");
  private static final Pseudonym COMPANY = new Pseudonym("c-1");

  private final House house = new House();
  private final List<Session.Reason> reasons = new ArrayList<>();
  private final String operator =
      "Bearer " + house.tokens.know("op", Role.FEDERATION, Standing.NONE);
  private final String desk = "Bearer " + Town.desk(house.tokens);

  @Before
  public void keep() {
    var down = List.of(new Gatehouse.Alarm(Gatehouse.Fault.DOWN, 1));
    house
        .service(Gatehouse.class)
        .to(
            "gateways",
            args ->
                Outcome.done(
                    List.of(
                        new Gatehouse.Standing(
                            GATE,
                            Town.MILL,
                            "radius",
                            false,
                            Optional.of(Town.NINE),
                            Optional.empty(),
                            0,
                            2,
                            down,
                            "silent"))))
        .to("end", this::ended)
        .to("sessions", args -> Outcome.done(List.of(live())))
        .to(
            "channels",
            args ->
                Outcome.done(
                    new Gatehouse.Channels(
                        2, 4094, List.of(new Gatehouse.Channel(101, COMPANY, 3)))))
        .to(
            "happenings",
            args ->
                Outcome.done(
                    List.of(
                        new Gatehouse.Happening(
                            Town.NINE, Gatehouse.Kind.UP, Optional.empty(), "well"))));
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void howTheyStandIsToldWithTheirAlarms() throws Exception {
    for (var who : List.of(operator, desk)) {
      var answer = get(who, "standing");
      assertEquals(answer.body(), 200, answer.statusCode());
      var one = Json.mapper().readTree(answer.body()).at("/items/0");
      assertEquals("DOWN", one.at("/alarms/0/fault").asText());
      assertEquals(2, one.path("waiting").asInt());
      assertFalse(one.has("heard") && !one.path("heard").isNull());
    }
  }

  @Test
  public void sessionsChannelsAndEventsAreTold() throws Exception {
    var session = Json.mapper().readTree(get(desk, "g/sessions").body()).at("/items/0");
    assertEquals("CUTTING", session.path("state").asText());
    assertEquals("v", session.path("visitId").asText());
    var channels = Json.mapper().readTree(get(desk, "g/segments").body());
    assertEquals(4092, channels.path("free").asInt());
    assertEquals(101, channels.at("/drawn/0/number").asInt());
    var event = Json.mapper().readTree(get(desk, "g/events").body()).at("/items/0");
    assertEquals("UP", event.path("kind").asText());
  }

  @Test
  public void aSessionIsEndedByItsHandleAndTheReasonIsOneOfAList() throws Exception {
    var session = Json.mapper().readTree(get(operator, "g/sessions").body()).at("/items/0");
    var path = "g/sessions/" + session.path("handle").asText();
    assertEquals(204, delete(operator, path).statusCode());
    assertEquals(204, delete(operator, path + "?reason=KEY_KNOWN").statusCode());
    assertEquals(List.of(Session.Reason.OTHER, Session.Reason.KEY_KNOWN), reasons);
    assertEquals(422, delete(operator, path + "?reason=because").statusCode());
    assertEquals(404, delete(operator, "g/sessions/elsewhere").statusCode());
    assertEquals(404, delete(operator, "g/sessions/%20").statusCode());
    assertEquals(403, delete(desk, path).statusCode());
    assertEquals(2, reasons.size());
  }

  @Test
  public void nobodyElseIsToldAnything() {
    var member = "Bearer " + house.tokens.know("m", Role.MEMBER, Standing.NONE);
    for (var path : List.of("standing", "g/sessions", "g/segments", "g/events")) {
      assertEquals(path, 403, get(member, path).statusCode());
    }
  }

  private static Gatehouse.Live live() {
    return new Gatehouse.Live(
        SessionHandle.of(new GrantId("s")),
        Session.State.CUTTING,
        101,
        COMPANY,
        Town.NINE,
        Town.NINE.plusSeconds(60),
        Optional.of(new Gatehouse.Whose(new GrantId("s"), new VisitId("v"), new Pseudonym("p"))));
  }

  private Object ended(Object[] args) {
    if (!SessionHandle.of(new GrantId("s")).equals(args[2])) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    if (!((Caller) args[0]).may(Operation.SESSION_END)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    reasons.add((Session.Reason) args[3]);
    return Outcome.done(live());
  }

  private HttpResponse<String> delete(String token, String path) {
    return house.stand.send("DELETE", "/api/v1/gateways/" + path, "", "Authorization", token);
  }

  private HttpResponse<String> get(String token, String path) {
    return house.stand.send("GET", "/api/v1/gateways/" + path, "", "Authorization", token);
  }
}

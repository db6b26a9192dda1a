package org.escale.rest;

import static org.junit.Assert.assertEquals;

import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.access.Outage;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.federation.ServiceMonth;
import org.escale.refusal.Outcome;
import org.escale.service.Connectivity;
import org.escale.service.Connectivity.Served;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Service minutes for the authority, outages for who looks after gateways; things and tables. */
public final class ConnectivityDoorTest {
  private final House house = new House();
  private final AtomicReference<String> asked = new AtomicReference<>();
  private final String authority =
      "Bearer " + house.tokens.know("office", Role.AUTHORITY, Standing.NONE);
  private final String desk = "Bearer " + Town.desk(house.tokens);

  @Before
  public void keep() {
    house
        .service(Connectivity.class)
        .to(
            "service",
            args -> {
              asked.set(args[1] + " " + args[2]);
              var month = new ServiceMonth(YearMonth.of(2027, 1), 9000, 45);
              return Outcome.done(List.of(new Served(Town.MILL, month)));
            })
        .to(
            "outages",
            args -> Outcome.done(List.of(new Outage(Town.MILL, Town.NINE, Optional.empty()))));
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void r34_theAuthorityReadsServiceMinutesAndTakesThemAlong() {
    var months = "/api/v1/reports/service?fromMonth=2026-12&toMonth=2027-01";
    var answer = send(authority, months, "application/json");
    assertEquals(answer.body(), 200, answer.statusCode());
    assertEquals(
        "{\"items\":[{\"centreId\":\"mill\",\"month\":\"2027-01\",\"promisedMinutes\":9000,"
            + "\"servedMinutes\":8955,\"outageMinutes\":45,\"servedPercent\":99.50}]}",
        answer.body().replace(",\"next\":null", ""));
    assertEquals("2026-12 2027-01", asked.get());
    assertEquals(
        """
        centreId,month,promisedMinutes,servedMinutes,outageMinutes,servedPercent
        mill,2027-01,9000,8955,45,99.50
        """,
        send(authority, months, "text/csv").body());
    send(authority, "/api/v1/reports/service", "application/json");
    assertEquals("the running month", "2027-01 2027-01", asked.get());
    assertEquals(403, send(desk, months, "application/json").statusCode());
    var wrong = send(authority, "/api/v1/reports/service?toMonth=May", "application/json");
    assertEquals(422, wrong.statusCode());
  }

  @Test
  public void r34_theDeskReadsOutages() {
    var path = "/api/v1/outages?centreId=mill";
    assertEquals(
        "{\"items\":[{\"centreId\":\"mill\",\"from\":\"2027-01-04T08:00:00Z\"}]}",
        send(desk, path, "application/json").body());
    assertEquals(
        "centreId,from,to\nmill,2027-01-04T08:00:00Z,\n", send(desk, path, "text/csv").body());
    var none = send(desk, "/api/v1/outages?centreId=other", "application/json");
    assertEquals("{\"items\":[]}", none.body());
    assertEquals(403, send(authority, path, "application/json").statusCode());
  }

  private HttpResponse<String> send(String token, String path, String as) {
    return house.stand.send("GET", path, "", "Authorization", token, "Accept", as);
  }
}

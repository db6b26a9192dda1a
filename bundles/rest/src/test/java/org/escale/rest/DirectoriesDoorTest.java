package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.adapter.DirectoryId;
import org.escale.adapter.InstalledDirectory;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Json;
import org.escale.service.Directories;
import org.escale.service.Directories.Counts;
import org.escale.service.Directories.Report;
import org.escale.service.Onboarding;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Other platforms' directories, over REST. */
public final class DirectoriesDoorTest {
  private static final String ORDER =
      """
      {"id":"d","kind":"ldap","companyId":"c",
       "settings":{"url":"ldaps://ldap.there.example","password":"open sesame"}}
      """;
  private final House house = new House();
  private final String operator =
      "Bearer " + house.tokens.know("op", Role.FEDERATION, Standing.NONE);
  private final String desk = "Bearer " + Town.desk(house.tokens);
  private final AtomicReference<InstalledDirectory> asked = new AtomicReference<>();

  @Before
  public void install() {
    var none = new Counts(0, 0, 0, 0, 0);
    var report = new Report(true, none, new Counts(3, 0, 1, 5, 2), Map.of("ALREADY_HERE", 2));
    var standing =
        new Directories.Standing(
            new DirectoryId("d"), true, "in step", Optional.of(Town.NINE), Optional.of(report));
    house
        .service(Directories.class)
        .to("standings", args -> Outcome.done(List.of(standing)))
        .to(
            "install",
            args -> {
              asked.set((InstalledDirectory) args[1]);
              return Outcome.done(house.ground.put(asked.get()));
            });
  }

  @Test
  public void theKindsSayWhatAFormHasToAskAndNoneIsCalledAsTheirPath() throws Exception {
    var asks = new Onboarding.Asked("password", "Its password.", true, Optional.empty());
    house
        .service(Directories.class)
        .to("kinds", args -> Outcome.done(List.of(new Onboarding.Kind("ldap", List.of(asks)))));
    var kinds = send(operator, "GET", "directories/kinds", "");
    assertEquals(kinds.body(), 200, kinds.statusCode());
    var kind = Json.mapper().readTree(kinds.body()).at("/items/0");
    assertEquals("ldap", kind.path("kind").asText());
    assertTrue(kind.at("/settings/0/secret").asBoolean());
    assertTrue(kind.at("/settings/0/needed").asBoolean());
    assertEquals(403, send(desk, "GET", "directories/kinds", "").statusCode());
    var called = send(operator, "POST", "directories", ORDER.replace("\"d\"", "\"kinds\""));
    assertEquals(called.body(), 422, called.statusCode());
  }

  @After
  public void close() {
    house.close();
  }

  private HttpResponse<String> send(
      String who, String method, String path, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", who));
    return house.stand.send(method, "/api/v1/" + path, body, all.toArray(String[]::new));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.mapper().readTree(answer.body());
  }

  @Test
  public void aDirectoryIsInstalledReadAndChangedAndNoSettingIsShown() throws Exception {
    var made = send(operator, "POST", "directories", ORDER);
    assertEquals(made.body(), 201, made.statusCode());
    assertEquals(Duration.ofMinutes(5), asked.get().poll());
    assertEquals(20, asked.get().share());
    var seen = send(operator, "GET", "directories", "");
    assertFalse(seen.body(), seen.body().contains("sesame"));
    var item = json(seen).at("/items/0");
    assertEquals("c", item.path("companyId").asText());
    assertEquals(3, item.at("/last/people/created").asInt());
    assertEquals(2, item.at("/last/reasons/ALREADY_HERE").asInt());
    var one = send(operator, "GET", "directories/d", "");
    var tag = one.headers().firstValue("ETag").orElse("");
    var changed = send(operator, "PATCH", "directories/d", "{\"share\":50}", "If-Match", tag);
    assertEquals(changed.body(), 200, changed.statusCode());
    assertEquals(50, asked.get().share());
    assertEquals("open sesame", asked.get().settings().get("password"));
  }

  @Test
  public void whatIsWrongIsNamed() {
    var strange = send(operator, "POST", "directories", ORDER.replace("}}", "},\"poll\":\"x\"}"));
    assertEquals(422, strange.statusCode());
    var bad = send(operator, "POST", "directories", ORDER.replace("\"c\"", "\"not an id\""));
    assertEquals(422, bad.statusCode());
    assertTrue(bad.body(), bad.body().contains("companyId"));
  }

  @Test
  public void e1_nobodyElseIsLetIn() {
    send(operator, "POST", "directories", ORDER);
    for (var ask : List.of("GET directories", "GET directories/d", "POST directories/d/runs")) {
      var words = ask.split(" ", -1);
      var body = words[0].equals("POST") ? "{}" : "";
      var answer = send(desk, words[0], words[1], body);
      assertTrue(
          ask + answer.statusCode(), answer.statusCode() == 403 || answer.statusCode() == 404);
      assertFalse(answer.body(), answer.body().contains("ldap"));
    }
  }
}

package org.escale.itests.access;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Law E1 on the assembled distribution: what belongs to one company, centre or network is found by
 * its owners, and by nobody else in any answer of any path that the published document names.
 */
public final class AccessSweepIT {
  private static final String UNKNOWN = "canary-nobody-made-this";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private EscaleProcess escale;
  private List<Account> callers;
  private List<Canary> canaries;

  @Before
  public void seed() {
    escale = EscaleProcess.start(folder.getRoot().toPath()).awaitReady();
    callers = callers();
    canaries = Canaries.seed(escale, callers);
    assertTrue("canaries of every kind", canaries.size() >= 12);
  }

  @After
  public void stop() {
    escale.close();
  }

  /** Every account but members and desks, and of those one for each of some companies. */
  private List<Account> callers() {
    var chosen = new ArrayList<Account>();
    Set<String> companies = new HashSet<>();
    int desks = 0;
    for (var account : escale.accounts().all()) {
      boolean member = account.role().equals("member");
      boolean desk = account.role().equals("reception");
      if (member ? companies.add(account.field("companyId")) : !desk || desks++ < 5) {
        chosen.add(account);
      }
    }
    return chosen;
  }

  @Test
  public void e1_everyCanaryIsReadByItsOwnersAndByNobodyElse() throws IOException {
    for (var canary : canaries) {
      var owners = callers.stream().filter(canary::belongsTo).toList();
      assertFalse(canary.text() + " has an owner among the callers", owners.isEmpty());
      for (var owner : owners) {
        var body = escale.http(owner).get(canary.path()).body();
        assertTrue(owner + " must find " + canary.text(), body.contains(canary.text()));
      }
    }
    var leaks = new ArrayList<String>();
    int asked = 0;
    for (var path : paths()) {
      asked += 1;
      leaks.addAll(leaks("nobody at " + path, escale.http().get(path), canaries));
      for (var caller : callers) {
        var foreign = canaries.stream().filter(c -> !c.belongsTo(caller)).toList();
        leaks.addAll(leaks(caller + " at " + path, escale.http(caller).get(path), foreign));
      }
    }
    assertTrue("paths were asked for", asked > 50);
    assertEquals(List.of(), leaks);
    assertEquals(List.of(), named());
  }

  @Test
  public void e1_unknownAndForeignIdsLookTheSame() {
    for (var caller : callers) {
      for (var canary : canaries) {
        if (!canary.belongsTo(caller)) {
          var family = "/api/v1/" + canary.family() + "/";
          var foreign = escale.http(caller).get(family + canary.id());
          var unknown = escale.http(caller).get(family + UNKNOWN);
          var what = caller + " at " + family + canary.id();
          assertEquals(what, unknown.status(), foreign.status());
          assertEquals(what, plain(unknown), plain(foreign));
        }
      }
    }
  }

  private static String plain(Http.Answer answer) {
    return answer.body().replaceAll("\"traceId\":\"[^\"]*\"", "");
  }

  /** Every path that is read, with each canary of its family and with what nobody made. */
  private List<String> paths() {
    var paths = new ArrayList<String>();
    var document = escale.http().get("/api/v1/openapi.json").json();
    document
        .path("paths")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().has("get")) {
                paths.addAll(filled("/api/v1" + entry.getKey()));
              }
            });
    return paths;
  }

  private List<String> filled(String template) {
    if (!template.contains("{")) {
      return List.of(template + "?limit=1000&lat=50&lon=4&centre=cei");
    }
    var family = template.split("/", -1)[3];
    return Stream.concat(
            Stream.of(UNKNOWN),
            canaries.stream().filter(c -> c.family().equals(family)).map(Canary::id))
        .map(id -> template.replace("{id}", id).replaceAll("\\{[a-z]+}", "1"))
        .toList();
  }

  private static List<String> leaks(String what, Http.Answer answer, List<Canary> foreign) {
    assertTrue(what + ": " + answer.body(), answer.status() < 500);
    return foreign.stream()
        .filter(canary -> answer.body().contains(canary.text()))
        .map(canary -> what + " read " + canary.text())
        .toList();
  }

  /** The logs that name a person or a client. */
  private List<Path> named() throws IOException {
    try (var files = Files.walk(folder.getRoot().toPath().resolve("log"))) {
      return files.filter(Files::isRegularFile).filter(AccessSweepIT::names).toList();
    }
  }

  private static boolean names(Path log) {
    try {
      var text = Files.readString(log, StandardCharsets.ISO_8859_1);
      return text.contains("Canary Person") || text.contains("Canary Client");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

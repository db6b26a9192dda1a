package org.escale.itests.access;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Law E1 on the assembled distribution: what belongs to one person, company, centre or network is
 * found by its owners, shown to nobody else in any answer of any operation of the published
 * document, and changed by nobody else. An operation that is new has to be thought of here.
 */
public final class AccessSweepIT {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static EscaleProcess escale;
  private static Sweep sweep;
  private static List<Documented> operations;

  @BeforeClass
  public static void seed() {
    escale = EscaleProcess.start(FOLDER.getRoot().toPath(), "--sandbox").awaitReady();
    var seeded = new Seeding(escale).all();
    operations = Documented.all(escale.http().get("/api/v1/openapi.json").json());
    sweep = seeded;
  }

  @AfterClass
  public static void stop() {
    if (escale != null) {
      escale.close();
    }
  }

  @Test
  public void e1_everyCanaryIsReadByItsOwners() {
    assertTrue("canaries of every kind", kinds().size() >= 15);
    for (var canary : sweep.all()) {
      var owners = sweep.callers().stream().filter(c -> canary.readBy(c, sweep.matrix())).toList();
      assertFalse(canary + " has an owner among the callers", owners.isEmpty());
      for (var owner : owners) {
        var body = escale.http(owner).get("/api/v1/" + canary.path()).body();
        assertTrue(owner + " must find " + canary + " in " + body, body.contains(canary.text()));
      }
    }
  }

  @Test
  public void e1_anInvoiceIsPrintedForItsOwners() {
    int printed = 0;
    for (var canary : sweep.all()) {
      for (var caller : canary.family().equals("invoices") ? sweep.callers() : List.<Account>of()) {
        if (canary.readBy(caller, sweep.matrix())) {
          var http = escale.http(caller);
          var request = http.to("/api/v1/" + canary.path()).setHeader("Accept", "application/pdf");
          var seen = Seen.of(http, request.GET());
          assertTrue(caller + " prints " + canary + ": " + seen, seen.shows(canary.text()));
          printed += 1;
        }
      }
    }
    assertTrue("invoices were printed", printed >= 6);
  }

  private static Set<String> kinds() {
    var kinds = new HashSet<String>();
    sweep.all().forEach(canary -> kinds.add(canary.reads() + canary.family()));
    return kinds;
  }

  @Test
  public void e1_noAnswerShowsWhatIsKeptAndForeignIdsLookUnknown() throws IOException {
    var wrong = new TreeSet<String>();
    var unread = new TreeSet<String>();
    for (var what : reads()) {
      boolean found = false;
      for (var caller : sweep.everybody()) {
        for (var type : what.types()) {
          found |= read(what, caller, type, wrong);
        }
      }
      if (!found) {
        unread.add(what.name());
      }
    }
    assertEquals("", lines(wrong));
    assertEquals("operations that nobody could read", Set.of(), unread);
    assertEquals(List.of(), logged());
  }

  /** Whether something was read. */
  private static boolean read(
      Documented what, Optional<Account> caller, String type, Set<String> wrong) {
    var kept = sweep.keptFrom(caller);
    var strange = what.named() ? sweep.read(sweep.strange(what, caller), type).alike() : "";
    boolean found = false;
    for (var asked : sweep.readings(what, caller)) {
      var seen = sweep.read(asked, type);
      assertTrue(asked + ": " + seen, seen.status() < 500);
      found |= seen.status() < 300;
      kept.stream()
          .filter(canary -> seen.shows(canary.text()))
          .forEach(canary -> wrong.add(asked + " shows " + canary));
      if (sweep.secret(asked) && !seen.alike().equals(strange)) {
        wrong.add(asked + " is told " + seen.alike() + ", of nothing " + strange);
      }
    }
    return found;
  }

  @Test
  public void e1_aForeignChangeIsRefusedLikeThatOfNothingAndChangesNothing() throws IOException {
    var before = told();
    var wrong = new TreeSet<String>();
    var untried = new TreeSet<String>();
    for (var what : changes()) {
      int refused = 0;
      for (var caller : sweep.everybody()) {
        var foreign = sweep.foreign(what, caller);
        for (var canary : caller.isEmpty() ? first(foreign) : foreign) {
          var answer = sweep.change(what, caller, canary);
          var strange = sweep.changeStrange(what, caller, canary);
          refused += 1;
          boolean told = canary.hidden() && !answer.alike().equals(strange.alike());
          if (!answer.refuses() || told) {
            wrong.add(
                caller.map(Account::toString).orElse("nobody")
                    + " "
                    + what.name()
                    + " "
                    + canary
                    + " is told "
                    + answer.alike()
                    + ", of nothing "
                    + strange.alike());
          }
        }
      }
      if (refused == 0) {
        untried.add(what.name());
      }
    }
    assertEquals("", lines(wrong));
    assertEquals("operations that nothing foreign was asked of", Set.of(), untried);
    assertEquals(before, told());
    assertEquals(List.of(), logged());
  }

  private static List<Canary> first(List<Canary> foreign) {
    return foreign.subList(0, Math.min(1, foreign.size()));
  }

  @Test
  public void everyOperationIsSweptOrLeftAloneForAReason() {
    var forgotten = new TreeSet<String>();
    operations.stream()
        .filter(what -> !what.reads() && !sweep.orders().knows(what))
        .forEach(what -> forgotten.add(what.name()));
    assertEquals("say in orders.txt what is sent to them", Set.of(), forgotten);
    var gone = new TreeSet<>(sweep.orders().bodies().keySet());
    gone.addAll(sweep.orders().leftAlone().keySet());
    operations.forEach(what -> gone.remove(what.name()));
    assertEquals("in orders.txt, and no more in the document", Set.of(), gone);
    assertTrue("few are left alone", sweep.orders().leftAlone().size() <= 30);
  }

  private static String lines(Set<String> found) {
    return String.join("\n", found);
  }

  private static List<Documented> reads() {
    return operations.stream().filter(Documented::reads).filter(AccessSweepIT::swept).toList();
  }

  private static List<Documented> changes() {
    return operations.stream()
        .filter(what -> !what.reads() && sweep.orders().bodies().containsKey(what.name()))
        .toList();
  }

  private static boolean swept(Documented what) {
    return !sweep.orders().leftAlone().containsKey(what.name());
  }

  /** What one owner of each canary is told about it now. */
  private static Map<String, String> told() {
    var told = new LinkedHashMap<String, String>();
    for (var canary : sweep.all()) {
      sweep.callers().stream()
          .filter(c -> canary.readBy(c, sweep.matrix()))
          .findFirst()
          .ifPresent(o -> told.put(canary.path() + " " + o, read(o, canary)));
    }
    return told;
  }

  private static String read(Account owner, Canary canary) {
    return escale.http(owner).get("/api/v1/" + canary.path()).body();
  }

  /** What the logs name that is somebody's own: names, mail, keys, ids of things. */
  private static List<String> logged() throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(FOLDER.getRoot().toPath().resolve("log"))) {
      for (var log : files.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(log, StandardCharsets.ISO_8859_1);
        sweep.all().stream()
            .filter(canary -> canary.hidden() && text.contains(canary.text()))
            .forEach(canary -> found.add(log.getFileName() + " names " + canary));
      }
    }
    return found;
  }
}

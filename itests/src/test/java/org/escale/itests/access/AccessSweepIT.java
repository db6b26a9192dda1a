package org.escale.itests.access;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
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
  private static Logs logs;

  @BeforeClass
  public static void seed() {
    escale = EscaleProcess.start(FOLDER.getRoot().toPath(), "--sandbox").awaitReady();
    var seeded = new Seeding(escale).all();
    operations = Documented.all(escale.http().get("/api/v1/openapi.json").json());
    sweep = seeded;
    logs = new Logs(FOLDER.getRoot().toPath());
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
        var body = escale.http(owner).get(canary.address()).body();
        assertTrue(owner + " must find " + canary + " in " + body, body.contains(canary.text()));
      }
    }
  }

  @Test
  public void e1_anInvoiceIsPrintedForItsOwners() {
    int printed = 0;
    for (var canary : sweep.all()) {
      for (var caller : printed(canary) ? sweep.callers() : List.<Account>of()) {
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

  private static boolean printed(Canary canary) {
    return canary.family().equals("invoices") && canary.path().startsWith("invoices/");
  }

  private static Set<String> kinds() {
    var kinds = new HashSet<String>();
    sweep.all().forEach(canary -> kinds.add(canary.reads() + canary.family()));
    return kinds;
  }

  @Test
  public void e1_noAnswerShowsWhatIsKeptAndForeignIdsLookUnknown() {
    var wrong = new TreeSet<String>();
    var unread = new TreeSet<String>();
    var silent = new TreeSet<String>();
    for (var what : reads()) {
      boolean found = false;
      boolean shown = false;
      for (var caller : sweep.everybody()) {
        for (var type : what.types()) {
          var read = read(what, caller, type, wrong);
          found |= !read.isEmpty();
          shown |= !shown && sweep.all().stream().anyMatch(canary -> shows(read, canary));
        }
      }
      (found ? shown ? new TreeSet<String>() : silent : unread).add(what.name());
    }
    assertEquals("", lines(wrong));
    assertEquals("operations that nobody could read", Set.of(), unread);
    assertEquals("without a canary: seed one, or say in open.txt why", Open.read().names(), silent);
    assertEquals(List.of(), logs.naming(sweep.all()));
  }

  private static boolean shows(List<Seen> read, Canary canary) {
    return canary.hidden() && read.stream().anyMatch(seen -> seen.shows(canary.text()));
  }

  /** What was read. */
  private static List<Seen> read(
      Documented what, Optional<Account> caller, String type, Set<String> wrong) {
    var kept = sweep.keptFrom(caller);
    var strange = what.named() ? sweep.read(sweep.strange(what, caller), type).alike() : "";
    var found = new ArrayList<Seen>();
    for (var asked : sweep.readings(what, caller)) {
      var seen = sweep.read(asked, type);
      assertTrue(asked + ": " + seen, seen.status() < 500);
      if (seen.status() < 300) {
        found.add(seen);
      }
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
  public void e1_aForeignChangeIsRefusedLikeThatOfNothingAndChangesNothing() {
    var foreign = new Foreign(sweep);
    var before = foreign.told();
    var wrong = new TreeSet<String>();
    var untried = new TreeSet<String>();
    for (var what : changes()) {
      int refused = foreign.tried(what, wrong);
      if (refused == 0) {
        untried.add(what.name());
      }
    }
    assertEquals("", lines(wrong));
    assertEquals("operations that nothing foreign was asked of", Set.of(), untried);
    assertEquals(Map.of(), foreign.changed(before));
    assertEquals(List.of(), logs.naming(sweep.all()));
  }

  @Test
  public void e1_theSoapDoorTellsNobodyMoreThanItsOwnAndChangesNothing() {
    var foreign = new Foreign(sweep);
    var before = foreign.told();
    var soap = Soap.read(sweep);
    assertEquals("in the WSDL and not in soap.txt, or the other way", Set.of(), soap.forgotten());
    var wrong = new TreeSet<String>();
    soap.orders().forEach(order -> wrong.addAll(soap.wrong(order)));
    assertEquals("", lines(wrong));
    assertEquals(Map.of(), foreign.changed(before));
    assertEquals(List.of(), logs.naming(sweep.all()));
  }

  @Test
  public void e1_noSubscriberIsSentWhatIsKeptFromIt() {
    var wrong = new TreeSet<String>();
    int sent = 0;
    for (var caller : sweep.everybody()) {
      var subscription = new Subscription(sweep, caller);
      var jobs = sweep.all().stream().filter(canary -> canary.family().equals("jobs"));
      var seen = new ArrayList<>(jobs.map(j -> subscription.job(j.ids().get("jobs"))).toList());
      seen.add(subscription.changes());
      for (var canary : sweep.keptFrom(caller)) {
        if (shows(seen, canary)) {
          wrong.add(caller + " is sent " + canary);
        }
      }
      sent += (int) seen.stream().filter(s -> s.body().contains("\ndata: ")).count();
    }
    assertEquals("", lines(wrong));
    assertTrue("many were sent something: " + sent, sent >= 20);
    assertEquals(List.of(), logs.naming(sweep.all()));
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
    assertTrue("few are left alone", sweep.orders().leftAlone().size() <= 31);
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
}

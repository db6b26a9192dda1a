package org.escale.core.directories;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.InstalledDirectory;
import org.escale.adapter.InstalledDirectory.Whose;
import org.escale.client.Company;
import org.escale.client.Member;
import org.escale.core.fixture.Answers;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Directories.Counts;
import org.escale.service.Directories.Manner;
import org.escale.service.Progress;
import org.junit.After;
import org.junit.Test;

/** What a directory may not do without anybody having looked, and who may have it read. */
public class GuardTest {
  private final Bridge bridge = new Bridge();

  @After
  public void close() {
    bridge.close();
  }

  private void ten() {
    for (int i = 0; i < 10; i++) {
      bridge.there.person("p" + i, "", "Person " + i, "");
    }
    bridge.install(Bridge.staff());
  }

  private long employed() {
    return bridge.hall.house.all(Member.class).stream().filter(Member::employed).count();
  }

  private void refusedRun() {
    Answers.refused(
        RefusalCode.WRONG_STATE,
        bridge.directories.run(
            bridge.hall.house.federation(), Bridge.THERE, Manner.GUARDED, Progress.NONE));
  }

  @Test
  public void aDirectoryGoneEmptyEndsNobodyUntilSomebodyLooked() {
    ten();
    bridge.there.people.clear();
    refusedRun();
    assertEquals(12, employed());
    var standing = bridge.directories.standings(bridge.hall.house.federation());
    var text = Answers.done(standing).get(0).text();
    assertTrue(text, text.contains("10 of 10 people"));
    assertTrue(bridge.audited.contains("refused directory:read/there"));
    assertEquals(10, bridge.run(Manner.DRY_RUN).people().ended());
    assertEquals(12, employed());
    assertEquals(10, bridge.run(Manner.TRUSTED).people().ended());
    assertEquals(2, employed());
  }

  @Test
  public void aShareMayEndAndOneMoreMayNot() {
    ten();
    bridge.there.people.remove("p0");
    bridge.there.people.remove("p1");
    bridge.there.inactive("p2");
    refusedRun();
    bridge.there.person("p2", "", "Person 2", "");
    assertEquals(2, bridge.run(Manner.GUARDED).people().ended());
  }

  @Test
  public void theKindsThatAreHereSayWhatTheyWantToBeToldToTheOperatorAlone() {
    var house = bridge.hall.house;
    var kinds = Answers.done(bridge.directories.kinds(house.federation()));
    assertEquals(List.of(bridge.there.kind()), kinds.stream().map(k -> k.name()).toList());
    assertEquals(bridge.there.settings().size(), kinds.get(0).settings().size());
    Answers.refused(RefusalCode.NOT_ALLOWED, bridge.directories.kinds(house.desk("x")));
  }

  @Test
  public void theLastOneIsNotEndedByItself() {
    bridge.there.person("a", "", "Ada", "");
    bridge.install(Bridge.staff());
    bridge.there.people.clear();
    refusedRun();
    bridge.there.person("a", "", "Ada", "");
    bridge.there.person("b", "", "Bea", "");
    bridge.run(Manner.GUARDED);
    bridge.there.people.remove("a");
    assertEquals("one of two may go", 1, bridge.run(Manner.GUARDED).people().ended());
  }

  @Test
  public void aCompanyThatGoesCountsWithItsPeople() {
    for (int i = 1; i <= 9; i++) {
      bridge.there.company("" + i, "Company " + i, Company.Standing.GOOD);
    }
    for (int i = 0; i < 10; i++) {
      bridge.there.person("p" + i, i < 8 ? "1" : "2", "Person " + i, "");
    }
    bridge.install(Bridge.clients());
    bridge.there.companies.remove("1");
    refusedRun();
    bridge.there.company("1", "Company 1", Company.Standing.GOOD);
    bridge.there.companies.remove("3");
    assertEquals(1, bridge.run(Manner.GUARDED).companies().ended());
  }

  @Test
  public void aDirectoryThatDoesNotAnswerEndsNobody() {
    ten();
    bridge.there.down = true;
    Answers.refused(
        RefusalCode.TEMPORARILY_UNAVAILABLE,
        bridge.directories.run(
            bridge.hall.house.federation(), Bridge.THERE, Manner.TRUSTED, Progress.NONE));
    assertEquals(12, employed());
  }

  @Test
  public void onlyTheOperatorInstallsReadsAndSeesThem() {
    ten();
    var desk = bridge.hall.house.desk("x");
    Answers.refused(
        RefusalCode.NOT_ALLOWED, bridge.directories.install(desk, Bridge.row(Bridge.staff()), 1));
    Answers.refused(RefusalCode.NOT_ALLOWED, bridge.directories.remove(desk, Bridge.THERE));
    Answers.refused(RefusalCode.NOT_ALLOWED, bridge.directories.standings(desk));
    Answers.refused(
        RefusalCode.NOT_ALLOWED,
        bridge.directories.run(desk, Bridge.THERE, Manner.DRY_RUN, Progress.NONE));
  }

  @Test
  public void whatCannotWorkIsRefusedByItsFieldAndChangesNothing() {
    var fine = Bridge.row(Bridge.staff());
    assertEquals("kind", field(row("other", fine.whose(), fine.poll(), 20)));
    assertEquals(
        "whose",
        field(
            row(
                "toy",
                new Whose(Optional.empty(), Optional.empty(), Optional.empty()),
                fine.poll(),
                20)));
    assertEquals("poll", field(row("toy", fine.whose(), Duration.ofSeconds(4), 20)));
    assertEquals("share", field(row("toy", fine.whose(), fine.poll(), 101)));
    assertEquals("settings.password", field(fine.with(Map.of("password", "open"))));
    assertTrue(bridge.hall.house.all(InstalledDirectory.class).isEmpty());
  }

  @Test
  public void secretsAreKeptEncryptedAndWhoCameStaysWhenItIsTakenAway() {
    ten();
    var kept = bridge.hall.house.all(InstalledDirectory.class).get(0);
    assertNotEquals("sesame", kept.settings().get("password"));
    assertFalse(kept.toString(), kept.toString().contains("sesame"));
    Answers.done(bridge.directories.remove(bridge.hall.house.federation(), Bridge.THERE));
    bridge.hall.steward.runDue();
    assertEquals(12, employed());
  }

  @Test
  public void r102_tenThousandEmployeesOfOneCompanyComeAcross() {
    for (int i = 0; i < 10_000; i++) {
      bridge.there.person("p" + i, "", "Person " + i, "");
    }
    var began = System.nanoTime();
    bridge.install(Bridge.staff());
    System.out.println(
        "10,000 people came across in " + Duration.ofNanos(System.nanoTime() - began));
    assertEquals(10_002, employed());
    assertEquals(new Counts(0, 0, 0, 10_000, 0), bridge.run(Manner.GUARDED).people());
  }

  private InstalledDirectory row(String kind, Whose whose, Duration poll, int share) {
    return new InstalledDirectory(
        Bridge.THERE,
        kind,
        Map.of("password", "sesame"),
        whose,
        poll,
        Duration.ofSeconds(5),
        share);
  }

  private String field(InstalledDirectory row) {
    var outcome = bridge.directories.install(bridge.hall.house.federation(), row, 0);
    return ((Outcome.Refused<?>) outcome).refusal().details().get("field");
  }
}

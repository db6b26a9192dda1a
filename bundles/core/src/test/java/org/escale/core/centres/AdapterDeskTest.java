package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.Incident;
import org.escale.adapter.InstalledAdapter;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.junit.After;
import org.junit.Test;

/** Where adapters are installed, tried and looked at. */
public class AdapterDeskTest {
  private final Mill mill = new Mill();

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void whatCannotWorkIsRefusedByItsFieldAndChangesNothing() {
    assertEquals("kind", field(row("b", "strange", "sesame", "own-1", 30)));
    assertEquals("settings.password", field(row("b", "toy", "open", "own-1", 30)));
    assertEquals("spaces", field(row("b", "toy", "sesame", "nowhere", 30)));
    assertEquals("poll", field(row("b", "toy", "sesame", "own-1", 4)));
    assertEquals(1, mill.hall.house.all(InstalledAdapter.class).size());
  }

  @Test
  public void onlyTheOperatorInstalls() {
    Answers.refused(
        RefusalCode.NOT_ALLOWED, mill.adapters.install(mill.hall.house.desk("x"), Mill.row(), 1));
    Answers.refused(
        RefusalCode.NOT_ALLOWED,
        mill.adapters.remove(mill.hall.house.desk("x"), new AdapterId("a-x")));
  }

  @Test
  public void secretsAreKeptEncryptedAndStayWhenShownBack() {
    var kept = mill.hall.house.all(InstalledAdapter.class).get(0);
    assertNotEquals("sesame", kept.settings().get("password"));
    assertFalse(kept.toString(), kept.toString().contains("sesame"));
    var again = Answers.done(mill.adapters.install(mill.hall.house.federation(), kept, 1)).word();
    assertEquals(kept, again);
  }

  @Test
  public void whoSeesACentreSeesHowItsSystemStands() {
    var seen = Answers.done(mill.adapters.standings(mill.hall.house.desk("x")));
    assertEquals(1, seen.size());
    assertTrue(seen.get(0).text(), seen.get(0).up());
    assertEquals(2, seen.get(0).asOf().size());
    mill.hall.centre("y", 1);
    assertEquals(0, Answers.done(mill.adapters.standings(mill.hall.house.desk("y"))).size());
    mill.centre.down(true);
    mill.await(
        () -> !Answers.done(mill.adapters.standings(mill.hall.house.federation())).get(0).up());
  }

  @Test
  public void e1_aNetworkSeesTheLevelsOfCentresThatAreActiveInItAndNothingElse() {
    var network = mill.hall.house.network("borea");
    var seen = Answers.done(mill.adapters.glimpses(network));
    assertEquals(1, seen.size());
    assertEquals(new CentreId("x"), seen.get(0).centre());
    assertTrue(seen.get(0).spaces().get(new SpaceId("own-1")).asOf().isPresent());
    Answers.refused(RefusalCode.NOT_ALLOWED, mill.adapters.standings(network));
    Answers.refused(RefusalCode.NOT_ALLOWED, mill.adapters.queue(network, new AdapterId("a-x")));
    var other = mill.hall.house.network("acme");
    assertEquals(0, Answers.done(mill.adapters.glimpses(other)).size());
    mill.hall.house.put(Words.affiliation("x", "borea", Affiliation.State.SUSPENDED), 1);
    assertEquals(0, Answers.done(mill.adapters.glimpses(network)).size());
    Answers.refused(RefusalCode.NOT_ALLOWED, mill.adapters.glimpses(mill.hall.house.member("ann")));
  }

  @Test
  public void readingLeavesNothingBehindThatWaits() {
    for (int period = 0; period < 5; period++) {
      mill.awaitRead();
    }
    var seen = Answers.done(mill.adapters.standings(mill.hall.house.federation()));
    assertEquals("no booking waits", 0, seen.get(0).waiting());
  }

  @Test
  public void anIncidentOfTheLongestIdIsNoted() {
    var longest = new org.escale.booking.BookingId("b".repeat(96));
    var asked = Answers.done(mill.ask(Optional.of(longest), "own-1", hours(14, 16))).word();
    mill.await(asked, State.CONFIRMED);
    mill.centre.staff("one", "late", hours(15, 17));
    mill.await(() -> !mill.hall.all(Incident.class).isEmpty());
  }

  @Test
  public void aProbeSaysWhatCanBeKept() {
    var operator = mill.hall.house.federation();
    var proof = Answers.done(mill.adapters.probe(operator, new AdapterId("a-x"), Optional.empty()));
    assertEquals(TruthMode.CENTRE_CHECKED, proof.claims());
    Answers.refused(
        RefusalCode.NOT_FOUND,
        mill.adapters.probe(operator, new AdapterId("a-x"), Optional.of(new SpaceId("x-1"))));
  }

  @Test
  public void receptionSettlesAnIncidentOnce() {
    var asked = Answers.done(mill.ask("own-1", hours(14, 16))).word();
    mill.await(asked, State.CONFIRMED);
    mill.centre.staff("one", "late", hours(15, 17));
    mill.await(() -> !mill.hall.all(Incident.class).isEmpty());
    var incident = mill.hall.all(Incident.class).get(0).id();
    mill.hall.centre("y", 1);
    Answers.refused(
        RefusalCode.NOT_FOUND, mill.adapters.settle(mill.hall.house.desk("y"), incident));
    Answers.done(mill.adapters.settle(mill.hall.house.desk("x"), incident));
    Answers.refused(
        RefusalCode.WRONG_STATE, mill.adapters.settle(mill.hall.house.desk("x"), incident));
  }

  @Test
  public void withoutItsAdapterNothingOfItIsOffered() {
    Answers.done(mill.adapters.remove(mill.hall.house.federation(), new AdapterId("a-x")));
    mill.hall.steward.runDue();
    Answers.refused(RefusalCode.WRONG_STATE, mill.ask("own-1", hours(10, 12)));
  }

  private String field(InstalledAdapter row) {
    var outcome = mill.adapters.install(mill.hall.house.federation(), row, 0);
    assertTrue(outcome.toString(), outcome instanceof Outcome.Refused);
    return ((Outcome.Refused<?>) outcome).refusal().details().get("field");
  }

  private static InstalledAdapter row(
      String id, String kind, String password, String space, int poll) {
    return new InstalledAdapter(
        new AdapterId(id),
        new CentreId("x"),
        kind,
        Map.of("password", password),
        Map.of(space, "one"),
        Duration.ofSeconds(poll),
        Duration.ofSeconds(5));
  }
}

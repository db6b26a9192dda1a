package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.escale.adapter.AdapterId;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.Proven;
import org.escale.booking.Booking.State;
import org.escale.caller.Caller;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Onboarding;
import org.escale.service.Onboarding.Fit;
import org.escale.service.Onboarding.Proposal;
import org.escale.service.Onboarding.Stage;
import org.escale.service.Progress;
import org.junit.After;
import org.junit.Test;

/** How a centre's system is brought in. */
public class AssistantTest {
  private static final AdapterId NEW = new AdapterId("b-x");

  private final Mill mill = new Mill();
  private final Onboarding onboarding = mill.onboarding;
  private final Caller operator = mill.hall.house.federation();

  @After
  public void close() {
    mill.close();
  }

  private static InstalledAdapter wish(String password, Map<String, String> spaces) {
    return new InstalledAdapter(
        NEW,
        new CentreId("x"),
        "toy",
        Map.of("password", password),
        spaces,
        Duration.ofSeconds(30),
        Duration.ofSeconds(5));
  }

  private InstalledAdapter checked(Map<String, String> spaces) {
    return Answers.done(onboarding.check(operator, wish("sesame", spaces)));
  }

  private Proposal explored(Map<String, String> spaces) {
    return Answers.done(onboarding.explore(operator, checked(spaces), Progress.NONE));
  }

  private static Fit fit(Proposal proposal, String space) {
    return proposal.fits().stream()
        .filter(fit -> fit.space().value().equals(space))
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void theKindsThatAreHereSayWhatTheyWantToWhoInstallsThem() {
    var kinds = Answers.done(onboarding.kinds(operator));
    assertEquals(List.of("toy"), kinds.stream().map(Onboarding.Kind::name).toList());
    var asked = kinds.get(0).settings().get(0);
    assertEquals("password", asked.name());
    assertTrue(asked.secret() && asked.preset().isEmpty());
    var desk = mill.hall.house.desk("x");
    Answers.refused(RefusalCode.NOT_ALLOWED, onboarding.kinds(desk));
    Answers.refused(RefusalCode.NOT_ALLOWED, onboarding.check(desk, wish("sesame", Map.of())));
  }

  @Test
  public void aSettingThatCannotWorkIsNamedAndNoSecretIsGivenBack() {
    var no = onboarding.check(operator, wish("open", Map.of()));
    var refusal = ((Outcome.Refused<?>) no).refusal();
    assertEquals("settings.password", refusal.details().get("field"));
    assertEquals("password is wrong", refusal.details().get("because"));
    assertFalse(checked(Map.of()).settings().containsValue("sesame"));
  }

  @Test
  public void whatIsThereIsListedMatchedAndTriedAndNothingIsKept() {
    mill.centre.lists("X-1", "store room", "one");
    var found = explored(Map.of());
    assertTrue(found.listed());
    assertEquals(3, found.places().size());
    assertEquals(Optional.of("X-1"), fit(found, "x-1").place());
    assertEquals(Optional.of(TruthMode.CENTRE_CHECKED), fit(found, "x-1").earned());
    assertEquals(Optional.empty(), fit(found, "x-2").place());
    assertEquals(
        "what another system keeps is not proposed",
        List.of(),
        found.fits().stream().filter(fit -> fit.space().value().equals("own-1")).toList());
    assertTrue(found.steps().stream().allMatch(Onboarding.Step::well));
    assertEquals(Duration.ofSeconds(30), found.poll());
    assertEquals(1, mill.hall.house.all(InstalledAdapter.class).size());
    assertEquals(List.of(), mill.hall.house.all(Proven.class));
  }

  @Test
  public void whereNothingIsListedAPersonNamesThePlaces() {
    var found = explored(Map.of("x-1", "three"));
    assertFalse(found.listed());
    assertEquals(Optional.of(TruthMode.CENTRE_CHECKED), fit(found, "x-1").earned());
    assertEquals(Optional.empty(), explored(Map.of()).fits().get(0).earned());
  }

  @Test
  public void aSystemThatIsGoneIsToldByItsStep() {
    mill.centre.down(true);
    var found = explored(Map.of("x-1", "three"));
    assertEquals(1, found.steps().size());
    assertEquals(Stage.GREET, found.steps().get(0).stage());
    assertFalse(found.steps().get(0).well());
    assertEquals(Optional.empty(), fit(found, "x-1").earned());
  }

  @Test
  public void itIsCalledOffBetweenTwoSteps() {
    var steps = new ArrayList<String>();
    var impatient =
        new Progress() {
          @Override
          public void at(long done, long of) {
            if (done == 2) {
              throw new CancellationException();
            }
          }

          @Override
          public void step(String what) {
            steps.add(what);
          }
        };
    var wish = checked(Map.of("x-1", "three"));
    assertThrows(CancellationException.class, () -> onboarding.explore(operator, wish, impatient));
    assertEquals(List.of("GREET", "LIST", "TRY x-1"), steps);
  }

  @Test
  public void oneActionConnectsAndWhatIsBookedAheadStaysAsItWas() {
    var booked = Answers.done(mill.ask("x-2", hours(14, 16))).word();
    assertEquals(State.CONFIRMED, booked.state());
    assertEquals(1, fit(explored(Map.of()), "x-2").ahead());
    var wish = checked(Map.of("x-1", "three", "x-2", "four"));
    var checked = TruthMode.CENTRE_CHECKED;
    var modes = Map.of(new SpaceId("x-1"), checked, new SpaceId("x-2"), checked);
    var done = Answers.done(onboarding.connect(operator, wish, modes, Progress.NONE));
    assertEquals(RefusalCode.WRONG_STATE, done.refused().get(new SpaceId("x-2")).code());
    assertEquals(1, done.refused().size());
    assertEquals(checked, truth("x-1"));
    assertEquals(TruthMode.FEDERATION, truth("x-2"));
    var standing = Answers.done(mill.adapters.standings(operator));
    var level =
        standing.stream()
            .filter(s -> s.id().equals(NEW))
            .findFirst()
            .orElseThrow()
            .proven()
            .get(new SpaceId("x-1"));
    assertEquals(checked, level.mode());
    assertEquals(mill.hall.house.clock.instant(), level.at());
    mill.await(
        () -> mill.hall.house.systems.asOf(new CentreId("x"), new SpaceId("x-1")).isPresent());
  }

  private TruthMode truth(String space) {
    var now = mill.hall.house.snapshots.now();
    return now.get(Space.class, new SpaceId(space)).orElseThrow().truth();
  }

  @Test
  public void moreThanWasEarnedIsNotGiven() {
    var modes = Map.of(new SpaceId("x-1"), TruthMode.CENTRE_ATOMIC);
    var wish = checked(Map.of("x-1", "three"));
    var done = Answers.done(onboarding.connect(operator, wish, modes, Progress.NONE));
    assertEquals("CENTRE_CHECKED", done.refused().get(new SpaceId("x-1")).details().get("earned"));
    assertEquals(TruthMode.FEDERATION, truth("x-1"));
  }

  @Test
  public void whatWasProvenIsForgottenWithTheSystem() {
    Answers.done(mill.adapters.probe(operator, new AdapterId("a-x"), Optional.empty()));
    assertEquals(1, mill.hall.house.all(Proven.class).size());
    var row = mill.hall.house.all(InstalledAdapter.class).get(0);
    var slower =
        new InstalledAdapter(
            row.id(),
            row.centre(),
            row.kind(),
            row.settings(),
            row.spaces(),
            Duration.ofMinutes(1),
            row.deadline());
    Answers.done(mill.adapters.install(operator, slower, 1));
    assertEquals(1, mill.hall.house.all(Proven.class).size());
    Answers.done(mill.adapters.remove(operator, row.id()));
    assertEquals(0, mill.hall.house.all(Proven.class).size());
  }

  @Test
  public void aRehearsalSaysWhatWouldChangeAndChangesNothing() {
    var asked = Answers.done(mill.ask("own-1", hours(10, 11))).word();
    mill.await(asked, State.CONFIRMED);
    mill.awaitRead();
    var before = mill.hall.all(ForeignTime.class);
    mill.centre.staff("one", "theirs", hours(14, 15));
    mill.centre.staff("one", "theirs too", hours(15, 16));
    var id = new AdapterId("a-x");
    var seen = Answers.done(onboarding.rehearse(operator, id, Progress.NONE));
    var one = seen.spaces().get(0);
    assertEquals(3, one.read());
    assertEquals(1, one.ours());
    assertEquals(2, one.fresh());
    assertEquals(3, seen.steps().size());
    assertEquals(before, mill.hall.all(ForeignTime.class));
    mill.awaitRead();
    mill.centre.remove("one", "theirs");
    var later = Answers.done(onboarding.rehearse(operator, id, Progress.NONE)).spaces().get(0);
    assertEquals(0, later.fresh());
    assertEquals(1, later.gone());
    Answers.refused(
        RefusalCode.NOT_ALLOWED, onboarding.rehearse(mill.hall.house.desk("x"), id, Progress.NONE));
  }
}

package org.escale.core.jobs;

import static org.awaitility.Awaitility.await;
import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.caller.Caller;
import org.escale.caller.Job.State;
import org.escale.caller.JobId;
import org.escale.caller.RequestKey;
import org.escale.core.fixture.House;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Jobs;
import org.escale.service.Jobs.Made;
import org.escale.service.Jobs.Seen;
import org.escale.service.Jobs.Work;
import org.escale.word.Query;
import org.junit.After;
import org.junit.Test;

/** Long work: who sees it, how it ends, what a stop leaves of it. */
public class JobsTest {
  private static final Work NOTHING = progress -> Outcome.done(new Made("{}", List.of(), true));
  private final House house = new House();
  private final Courses courses = new Courses();
  private final Jobs jobs = jobs(courses);
  private final Caller network = house.network("acme");
  private final CountDownLatch go = new CountDownLatch(1);

  private Jobs jobs(Courses here) {
    var labour = new Labour(house.clock, house.commits, here);
    return new FederationJobs(house.clock, house.store, house.commits, here, labour);
  }

  @After
  public void close() {
    go.countDown();
    courses.close();
    house.close();
  }

  private Outcome<Made> hold(org.escale.service.Progress progress) {
    for (int i = 0; go.getCount() > 0; i = 40) {
      progress.at(i, 100);
      Thread.onSpinWait();
    }
    return NOTHING.run(progress);
  }

  private JobId start(Work work) {
    return done(jobs.start(network, "toy", work)).job().id();
  }

  private Seen seen(JobId id) {
    return done(jobs.get(network, id));
  }

  private void awaitState(JobId id, State state) {
    await().atMost(Duration.ofSeconds(20)).until(() -> seen(id).job().state() == state);
  }

  @Test
  public void aJobSaysHowFarItIsAndThenWhatCameOfIt() {
    var id = start(this::hold);
    await().atMost(Duration.ofSeconds(20)).until(() -> seen(id).percent() == 40);
    assertEquals(State.RUNNING, seen(id).job().state());
    assertTrue(seen(id).remaining().isPresent());
    go.countDown();
    awaitState(id, State.DONE);
    assertEquals("{}", seen(id).job().result());
    assertEquals(100, seen(id).percent());
    refused(RefusalCode.WRONG_STATE, jobs.cancel(network, id));
  }

  @Test
  public void e1_onlyWhoStartedAJobKnowsOfIt() {
    var id = start(NOTHING);
    refused(RefusalCode.NOT_FOUND, jobs.get(house.network("other"), id));
    refused(RefusalCode.NOT_FOUND, jobs.cancel(house.federation(), id));
    refused(RefusalCode.NOT_ALLOWED, jobs.get(house.member("ann"), id));
    assertEquals(1, done(jobs.list(network, Query.all())).items().size());
    assertEquals(0, done(jobs.list(house.federation(), Query.all())).items().size());
  }

  @Test
  public void twoAreAtWorkAndTwentyWaitAndMoreAreRefusedWithoutATrace() {
    var all = new ArrayList<JobId>();
    for (int i = 0; i < 22; i++) {
      all.add(start(this::hold));
    }
    awaitState(all.get(1), State.RUNNING);
    assertEquals(State.WAITING, seen(all.get(2)).job().state());
    refused(RefusalCode.TOO_MANY_REQUESTS, jobs.start(network, "toy", NOTHING));
    assertEquals(22, done(jobs.list(network, Query.all())).items().size());
    go.countDown();
    all.forEach(id -> awaitState(id, State.DONE));
    start(NOTHING);
  }

  @Test
  public void whatWaitsIsCalledOffAtOnceAndWhatIsAtWorkWhereItLooksUp() {
    var first = start(this::hold);
    start(this::hold);
    var touched = new AtomicInteger();
    var waiting =
        start(
            progress -> {
              touched.incrementAndGet();
              return NOTHING.run(progress);
            });
    awaitState(first, State.RUNNING);
    assertEquals(State.CANCELLED, done(jobs.cancel(network, waiting)).job().state());
    done(jobs.cancel(network, first));
    awaitState(first, State.CANCELLED);
    go.countDown();
    awaitState(start(NOTHING), State.DONE);
    assertEquals(0, touched.get());
  }

  @Test
  public void aRefusalAndABugAreAnEndToo() {
    var no = start(progress -> Outcome.refused(RefusalCode.PERIOD_CLOSED));
    awaitState(no, State.FAILED);
    assertEquals(RefusalCode.PERIOD_CLOSED, seen(no).job().refusal().orElseThrow().code());
    var bug =
        start(
            progress -> {
              throw new IllegalStateException("a bug");
            });
    awaitState(bug, State.FAILED);
  }

  @Test
  public void b3_theSameKeyIsTheSameJob() {
    var times = new AtomicInteger();
    Work counted =
        progress -> {
          times.incrementAndGet();
          return NOTHING.run(progress);
        };
    var key = new RequestKey("run", "k", "d");
    var first = done(jobs.start(network.under(key), "toy", counted)).job().id();
    assertEquals(first, done(jobs.start(network.under(key), "toy", counted)).job().id());
    awaitState(first, State.DONE);
    refused(
        RefusalCode.KEY_REUSED,
        jobs.start(network.under(new RequestKey("run", "k", "e")), "toy", counted));
    assertEquals(1, times.get());
  }

  @Test
  public void aJobThatAStopBrokeOffIsInterruptedNotHanging() {
    var id = start(this::hold);
    awaitState(id, State.RUNNING);
    try (var next = new Courses()) {
      assertEquals(State.INTERRUPTED, done(jobs(next).get(network, id)).job().state());
      new JobKeeping(house.clock, house.store, house.commits, next).run(house.clock.instant());
    }
    assertEquals(List.of(State.INTERRUPTED), states());
  }

  @Test
  public void aCleanStopInterruptsWhatIsAtWork() {
    var id = start(this::hold);
    awaitState(id, State.RUNNING);
    courses.close();
    assertEquals(List.of(State.INTERRUPTED), states());
    refused(RefusalCode.TOO_MANY_REQUESTS, jobs.start(network, "toy", NOTHING));
  }

  @Test
  public void jobsAreKeptSevenDays() {
    awaitState(start(NOTHING), State.DONE);
    var keeping = new JobKeeping(house.clock, house.store, house.commits, courses);
    house.clock.advance(Duration.ofDays(7));
    keeping.run(house.clock.instant());
    assertEquals(1, states().size());
    house.clock.advance(Duration.ofSeconds(1));
    keeping.run(house.clock.instant());
    assertEquals(0, states().size());
    assertEquals(Optional.of(house.clock.instant().plus(Duration.ofHours(1))), keeping.due());
  }

  private List<State> states() {
    return done(jobs.list(network, Query.all())).items().stream()
        .map(kept -> kept.word().state())
        .toList();
  }
}

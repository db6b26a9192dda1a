package org.escale.core.boxes;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.access.Box;
import org.escale.access.GatewayId;
import org.escale.access.Session;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.escale.service.Boxes.Request;
import org.escale.spi.store.StoreException;
import org.escale.word.Entry;
import org.escale.word.Kept;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Boxes that wait until who is checked in at their centre changes: one thread looks for all of
 * them, whenever a session of that centre or the box itself was written. Safe for many threads.
 */
@Component(service = Awaiting.class)
public final class Awaiting implements AutoCloseable {
  private static final Outcome<Boolean> NO = Outcome.done(false);

  private final Snapshots snapshots;
  private final Requests requests;
  private final Function<Box, String> checkedIn;
  private final Duration longest;
  private final Map<GatewayId, Waiting> waiting = new ConcurrentHashMap<>();
  private final ExecutorService looking =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Awaiting::thread,
          new ThreadPoolExecutor.DiscardPolicy()); // closed: all who waited were told
  private volatile long heard;

  /**
   * One box.
   *
   * @param queued whether somebody is about to look: so the queue is no longer than who waits
   */
  private record Waiting(
      Box box, String known, CompletableFuture<Outcome<Boolean>> answer, AtomicBoolean queued) {
    Waiting(Box box, String known) {
      this(box, known, new CompletableFuture<>(), new AtomicBoolean());
    }
  }

  /** For what is written from now on. */
  @Activate
  public Awaiting(
      @Reference Snapshots snapshots, @Reference Requests requests, @Reference Telling telling) {
    this(snapshots, requests, telling::checkedIn, Duration.ofSeconds(Boxes.CHANGE_SECONDS));
  }

  /** With the digest of who is checked in at a box's centre, and the longest that a box waits. */
  Awaiting(
      Snapshots snapshots, Requests requests, Function<Box, String> checkedIn, Duration longest) {
    this.snapshots = snapshots;
    this.requests = requests;
    this.checkedIn = checkedIn;
    this.longest = longest;
    snapshots.hear(this::hear);
  }

  /** See {@link Boxes#changed}. */
  CompletionStage<Outcome<Boolean>> changed(Request request, String known) {
    var from = requests.from(request).then(box -> fits(box, known));
    if (from instanceof Outcome.Done<Box> box) {
      return waits(new Waiting(box.value(), known));
    }
    return CompletableFuture.completedFuture(from.map(never -> false));
  }

  private Outcome<Box> fits(Box box, String known) {
    if (!known.matches("[0-9a-f]{64}")) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "digest"));
    }
    return waiting.size() < Boxes.CHANGE_WAITING || waiting.containsKey(box.id())
        ? Outcome.done(box)
        : Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
  }

  /** It waits before it is looked at: what is written in between is seen by one or the other. */
  private CompletionStage<Outcome<Boolean>> waits(Waiting one) {
    var id = one.box().id();
    var before = waiting.put(id, one);
    if (before != null) {
      before.answer().complete(NO);
    }
    var told =
        one.answer()
            .completeOnTimeout(NO, longest.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((said, failed) -> waiting.remove(id, one));
    look(one);
    return told;
  }

  private void look(Waiting one) {
    try {
      snapshots.reach(heard);
      var still = requests.still(one.box()).map(checkedIn);
      if (!(still instanceof Outcome.Done<String> now && now.value().equals(one.known()))) {
        one.answer().complete(still.map(changed -> true));
      }
    } catch (StoreException away) {
      one.answer().complete(Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE));
    }
  }

  private void hear(Entry entry) {
    heard = entry.seq(); // before it is asked who waits: whoever comes now reads that far
    if (!waiting.isEmpty()) {
      var centres =
          entry.written().stream()
              .map(Kept::word)
              .flatMap(Awaiting::centre)
              .collect(Collectors.toSet());
      waiting.values().stream()
          .filter(one -> centres.contains(one.box().centre()))
          .filter(one -> one.queued().compareAndSet(false, true))
          .forEach(one -> looking.execute(() -> lookAgain(one)));
    }
  }

  private void lookAgain(Waiting one) {
    one.queued().set(false); // what is written from now on is looked for again
    look(one);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "escale-boxes-waiting");
    thread.setDaemon(true);
    return thread;
  }

  private static Stream<CentreId> centre(Word word) {
    if (word instanceof Session session) {
      return Stream.of(session.centre());
    }
    return word instanceof Box box ? Stream.of(box.centre()) : Stream.empty();
  }

  /** Whoever waits is told to try again. */
  @Override
  @Deactivate
  public void close() {
    looking.shutdown();
    waiting
        .values()
        .forEach(
            one -> one.answer().complete(Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE)));
  }
}

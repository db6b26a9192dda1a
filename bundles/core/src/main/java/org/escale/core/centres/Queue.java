package org.escale.core.centres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.booking.Booking;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.centres.QueuedEvents.About;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Adapters.Queued;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Outbox.Message;
import org.escale.spi.store.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What centres' systems have not been told yet, and what they told that could not be done. The
 * oldest 1000 messages of each sort are looked at. Safe for many threads.
 */
@Component(service = Queue.class)
public final class Queue {
  private static final int MOST = 1000;

  private final Outbox outbox;
  private final QueuedEvents events;
  private final Snapshots snapshots;
  private final Systems systems;
  private final Clock clock;

  /** Of that outbox. */
  @Activate
  public Queue(
      @Reference Outbox outbox,
      @Reference Words words,
      @Reference Snapshots snapshots,
      @Reference Systems systems,
      @Reference Clock clock) {
    this.outbox = outbox;
    this.events = new QueuedEvents(words);
    this.snapshots = snapshots;
    this.systems = systems;
    this.clock = clock;
  }

  private record Found(AdapterId adapter, Queued shown, String key) {}

  /** What waits or is set aside, by adapter. */
  Map<AdapterId, List<Queued>> all() {
    var all = new HashMap<AdapterId, List<Queued>>();
    for (var found : found()) {
      all.computeIfAbsent(found.adapter(), id -> new ArrayList<>()).add(found.shown());
    }
    return all;
  }

  Outcome<List<Queued>> of(Caller caller, AdapterId id) {
    if (!caller.may(Operation.ADAPTER_READ)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return seen(caller, id)
        ? Outcome.done(all().getOrDefault(id, List.of()))
        : Outcome.refused(RefusalCode.NOT_FOUND);
  }

  Outcome<Queued> replay(Caller caller, AdapterId id, String message) {
    return change(caller, id, message, key -> outbox.replay(key, clock.instant()));
  }

  Outcome<Queued> drop(Caller caller, AdapterId id, String message) {
    return change(caller, id, message, outbox::done);
  }

  private Outcome<Queued> change(
      Caller caller, AdapterId id, String message, Consumer<String> work) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var meant =
        found().stream()
            .filter(found -> found.adapter().equals(id) && found.shown().id().equals(message))
            .findFirst();
    meant.ifPresent(found -> work.accept(found.key()));
    return meant
        .map(found -> Outcome.done(found.shown()))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private boolean seen(Caller caller, AdapterId id) {
    return snapshots.now().get(InstalledAdapter.class, id).filter(caller.sight()::sees).isPresent();
  }

  private List<Found> found() {
    var all = new ArrayList<Found>();
    outbox.messages(Told.KIND, MOST).forEach(m -> found(m).ifPresent(all::add));
    outbox
        .messages(Reported.KIND, MOST)
        .forEach(m -> events.told(m).ifPresent(about -> all.add(found(m, about))));
    outbox
        .messages(Receipts.KIND, MOST)
        .forEach(m -> events.received(m).ifPresent(about -> all.add(found(m, about))));
    all.sort(Comparator.comparing(found -> found.shown().since()));
    return all;
  }

  private Optional<Found> found(Message message) {
    var told = Told.of(message.effect());
    var key = message.effect().key();
    var what = told.move() ? "MOVE" : key.substring(key.lastIndexOf(':') + 1);
    return events
        .booking(told.booking())
        .flatMap(this::keeping)
        .map(row -> found(message, new About(row.id(), told.booking(), what)));
  }

  private Found found(Message message, About about) {
    var key = message.effect().key();
    var shown =
        new Queued(
            UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString(),
            about.booking(),
            events.booking(about.booking()).map(Booking::space),
            about.what(),
            message.since(),
            message.due(),
            message.attempts(),
            message.why(),
            systems.open(about.adapter()).flatMap(system -> system.asked(key)));
    return new Found(about.adapter(), shown, key);
  }

  private Optional<InstalledAdapter> keeping(Booking booking) {
    return snapshots.now().where(InstalledAdapter.class, "centreId", booking.centre()).stream()
        .filter(row -> row.named(booking.space()).isPresent())
        .findFirst();
  }
}

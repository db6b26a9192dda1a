package org.escale.rest.operation;

import static org.escale.caller.Operation.EVENTS_READ;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Params;
import org.escale.rest.stream.Stream;
import org.escale.rest.stream.Streams;
import org.escale.service.Events;
import org.escale.word.Entry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sequence of changes, from any point on. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = EventsResource.class, property = Door.RESOURCE)
public final class EventsResource {
  private static final String LAST = "Last-Event-ID";
  private static final int LIMIT = 100;
  private static final int MOST = 1000;
  private final Events events;
  private final Streams streams;

  /** With what follows the changes, and who is told. */
  @Activate
  public EventsResource(@Reference Events events, @Reference Streams streams) {
    this.events = events;
    this.streams = streams;
  }

  /** A thing that changed: read it at its own path. */
  public record ChangedView(String kind, String id, long revision) {}

  /** A thing that is no more. */
  public record GoneView(String kind, String id) {}

  /** One change, as far as the caller may see it. */
  public record EventView(long seq, Instant at, List<ChangedView> written, List<GoneView> removed) {
    static EventView of(Entry entry) {
      return new EventView(
          entry.seq(),
          entry.at(),
          entry.written().stream()
              .map(
                  kept ->
                      new ChangedView(
                          kept.word().getClass().getSimpleName(),
                          kept.word().id().value(),
                          kept.revision()))
              .toList(),
          entry.removed().stream()
              .map(gone -> new GoneView(gone.kind().getSimpleName(), gone.id().value()))
              .toList());
    }
  }

  /** Some changes and the cursor to go on from; it is there also when nothing happened. */
  public record BatchView(List<EventView> items, String next) {}

  /** Reads on. */
  @GET
  @Path("events")
  @Does(
      value = "Changes after a cursor, in their order; start at 0, go on from next",
      as = EVENTS_READ,
      query = {"cursor", "limit"},
      gives = BatchView.class)
  public Response since(@Context Call call) {
    long cursor = call.params().sequence("cursor");
    int limit = call.params().integer("limit", LIMIT, 1, MOST);
    var batch = Call.done(events.since(call.caller(), cursor, limit));
    var items = batch.entries().stream().map(EventView::of).toList();
    return Response.ok(new BatchView(items, String.valueOf(batch.next()))).build();
  }

  /** Follows. */
  @GET
  @Path("events")
  @Produces(Streams.EVENTS)
  @Does(
      value = "Changes after a cursor, in their order; start at 0, go on from next",
      as = EVENTS_READ,
      query = {"cursor", "limit"},
      gives = BatchView.class)
  public void follow(
      @Context Call call,
      @HeaderParam("Last-Event-ID") String last,
      @Suspended AsyncResponse suspended) {
    long cursor = last == null ? call.params().sequence("cursor") : Params.place(LAST, last);
    Call.done(events.since(call.caller(), cursor, 1));
    streams.open(call, suspended, stream -> follow(stream, cursor));
  }

  private void follow(Stream stream, long cursor) throws IOException, InterruptedException {
    var news = new Semaphore(0);
    var following = events.follow(head -> news.release());
    try {
      long after = cursor;
      for (var batch = next(stream, after); batch.isPresent(); batch = next(stream, after)) {
        for (var entry : batch.get().entries()) {
          stream.event(String.valueOf(entry.seq()), "change", EventView.of(entry));
        }
        stream.beat();
        if (batch.get().next() == after) {
          news.tryAcquire(1, TimeUnit.SECONDS);
          news.drainPermits();
        }
        after = batch.get().next();
      }
    } finally {
      following.run();
    }
  }

  /** Empty when the subscriber may no longer read on. */
  private Optional<Events.Batch> next(Stream stream, long after) {
    return stream
        .caller()
        .map(caller -> events.since(caller, after, LIMIT))
        .flatMap(
            outcome ->
                outcome instanceof Outcome.Done<Events.Batch> done
                    ? Optional.of(done.value())
                    : Optional.empty());
  }
}

package org.escale.rest.operation;

import static org.escale.caller.Operation.EVENTS_READ;

import java.time.Instant;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
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
  private static final int LIMIT = 100;
  private static final int MOST = 1000;
  private final Events events;

  /** With what follows the changes. */
  @Activate
  public EventsResource(@Reference Events events) {
    this.events = events;
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
}

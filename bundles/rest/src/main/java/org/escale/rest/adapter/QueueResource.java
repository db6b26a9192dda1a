package org.escale.rest.adapter;

import static org.escale.caller.Operation.ADAPTER_POLL;
import static org.escale.caller.Operation.ADAPTER_READ;
import static org.escale.caller.Operation.OPERATE;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.adapter.AdapterId;
import org.escale.rest.adapter.QueueViews.QueuedView;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.service.Adapters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a centre's system has not been told, and reading it now. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = QueueResource.class, property = Door.RESOURCE)
public final class QueueResource {
  private final Adapters adapters;

  /** With what steers. */
  @Activate
  public QueueResource(@Reference Adapters adapters) {
    this.adapters = adapters;
  }

  /** What waits. */
  @GET
  @Path("adapters/{id}/queue")
  @Does(
      value = "What waits to be told to the system and what is set aside: why, since when",
      as = ADAPTER_READ,
      gives = QueuedView.class,
      many = true)
  public Response queue(@Context Call call, @PathParam("id") String id) {
    var queued = Call.done(adapters.queue(call.caller(), adapter(id)));
    return Answers.all(queued.stream().map(QueuedView::of).toList());
  }

  /** Tries one again. */
  @POST
  @Path("adapters/{id}/queue/{entry}/replay")
  @Does(value = "Try a message again, at once", as = OPERATE, gives = QueuedView.class)
  public Response replay(
      @Context Call call, @PathParam("id") String id, @PathParam("entry") String entry) {
    var queued = Call.done(adapters.replay(call.caller(), adapter(id), entry));
    return Response.ok(QueuedView.of(queued)).build();
  }

  /** Forgets one. */
  @DELETE
  @Path("adapters/{id}/queue/{entry}")
  @Does(
      value = "Forget a message; what it left is settled when all is compared",
      as = OPERATE,
      gives = QueuedView.class)
  public Response drop(
      @Context Call call, @PathParam("id") String id, @PathParam("entry") String entry) {
    var queued = Call.done(adapters.drop(call.caller(), adapter(id), entry));
    return Response.ok(QueuedView.of(queued)).build();
  }

  /** Reads now. */
  @POST
  @Path("adapters/{id}/poll")
  @Does(value = "Read the system now, at most once a second", as = ADAPTER_POLL, status = 202)
  public Response poll(@Context Call call, @PathParam("id") String id) {
    Call.done(adapters.poll(call.caller(), adapter(id)));
    return Response.accepted().build();
  }

  private static AdapterId adapter(String id) {
    return Need.path(id, AdapterId::new);
  }
}

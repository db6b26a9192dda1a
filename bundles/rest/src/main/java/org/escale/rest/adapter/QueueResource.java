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
import org.escale.rest.adapter.QueueViews.PollAddress;
import org.escale.rest.adapter.QueueViews.QueuedView;
import org.escale.rest.adapter.QueueViews.TakenView;
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
  private static final int LONGEST_SECRET = 100;

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

  /** Reads now, for the system itself. */
  @POST
  @Path("adapters/{id}/poll/{secret}")
  @Consumes(MediaType.WILDCARD)
  @Does(
      value = "The same for whoever holds the secret address; a body is not read",
      anybody = true,
      status = 202)
  public Response ring(@PathParam("id") String id, @PathParam("secret") String secret) {
    Need.check("secret", secret.length() <= LONGEST_SECRET);
    Call.done(adapters.ring(adapter(id), secret));
    return Response.accepted().build();
  }

  /** Takes what happened at the centre, from the system itself. */
  @POST
  @Path("adapters/{id}/events/{secret}")
  @Does(
      value = "Tell what happened at the centre, 1 to 100 events; each key counts once",
      anybody = true,
      gives = TakenView.class,
      status = 202)
  public Response tell(
      @PathParam("id") String id, @PathParam("secret") String secret, EventsOrder order) {
    Need.check("secret", secret.length() <= LONGEST_SECRET);
    var fresh = Call.done(adapters.take(adapter(id), secret, order.told()));
    return Response.accepted(new TakenView(fresh)).build();
  }

  /** Makes the secret address. */
  @POST
  @Path("adapters/{id}/poll-address")
  @Does(
      value = "Make a secret address for the system itself, shown once; the one before ends",
      as = OPERATE,
      gives = PollAddress.class,
      status = 201)
  public Response address(@Context Call call, @PathParam("id") String id) {
    var secret = Call.done(adapters.secret(call.caller(), adapter(id)));
    var path = "/api/v1/adapters/" + adapter(id);
    var made = new PollAddress(path + "/poll/" + secret, path + "/events/" + secret);
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** Ends it. */
  @DELETE
  @Path("adapters/{id}/poll-address")
  @Does(value = "End the secret address", as = OPERATE, status = 204)
  public Response revoke(@Context Call call, @PathParam("id") String id) {
    Call.done(adapters.revoke(call.caller(), adapter(id)));
    return Response.noContent().build();
  }

  private static AdapterId adapter(String id) {
    return Need.path(id, AdapterId::new);
  }
}

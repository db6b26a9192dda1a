package org.escale.rest.adapter;

import static org.escale.caller.Operation.OPERATE;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter.Power;
import org.escale.refusal.Outcome;
import org.escale.rest.adapter.QueueViews.SecretAddress;
import org.escale.rest.adapter.QueueViews.TakenView;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.service.Adapters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a centre's system does by itself: an address with a secret for each thing. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = SecretsResource.class, property = Door.RESOURCE)
public final class SecretsResource {
  private static final int LONGEST_SECRET = 100;

  private final Adapters adapters;

  /** With what steers. */
  @Activate
  public SecretsResource(@Reference Adapters adapters) {
    this.adapters = adapters;
  }

  /** Reads now, for the system itself. */
  @POST
  @Path("adapters/{id}/poll/{secret}")
  @Consumes(MediaType.WILDCARD)
  @Does(
      value = "Read the system now, for whoever holds the secret address; a body is not read",
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

  /** Makes the secret address to ring at. */
  @POST
  @Path("adapters/{id}/poll-address")
  @Does(
      value = "Make a secret address where the system says that something changed, shown once",
      as = OPERATE,
      gives = SecretAddress.class,
      status = 201)
  public Response pollAddress(@Context Call call, @PathParam("id") String id) {
    return made("poll", adapter(id), adapters.secret(call.caller(), adapter(id), Power.RING));
  }

  /** Ends it. */
  @DELETE
  @Path("adapters/{id}/poll-address")
  @Does(value = "End that secret address", as = OPERATE, status = 204)
  public Response endPoll(@Context Call call, @PathParam("id") String id) {
    Call.done(adapters.revoke(call.caller(), adapter(id), Power.RING));
    return Response.noContent().build();
  }

  /** Makes the secret address to tell at. */
  @POST
  @Path("adapters/{id}/events-address")
  @Does(
      value = "Make a secret address where the system tells what happened, shown once",
      as = OPERATE,
      gives = SecretAddress.class,
      status = 201)
  public Response eventsAddress(@Context Call call, @PathParam("id") String id) {
    return made("events", adapter(id), adapters.secret(call.caller(), adapter(id), Power.TELL));
  }

  /** Ends it. */
  @DELETE
  @Path("adapters/{id}/events-address")
  @Does(value = "End that secret address", as = OPERATE, status = 204)
  public Response endEvents(@Context Call call, @PathParam("id") String id) {
    Call.done(adapters.revoke(call.caller(), adapter(id), Power.TELL));
    return Response.noContent().build();
  }

  private static Response made(String step, AdapterId id, Outcome<String> secret) {
    var path = "/api/v1/adapters/" + id + "/" + step + "/" + Call.done(secret);
    return Response.status(Response.Status.CREATED).entity(new SecretAddress(path)).build();
  }

  private static AdapterId adapter(String id) {
    return Need.path(id, AdapterId::new);
  }
}

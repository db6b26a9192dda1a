package org.escale.rest.gateway;

import static org.escale.caller.Operation.GATEWAY_READ;
import static org.escale.caller.Operation.SESSION_END;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.access.GatewayId;
import org.escale.access.Session;
import org.escale.access.SessionHandle;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.rest.gateway.GatehouseViews.ChannelsView;
import org.escale.rest.gateway.GatehouseViews.HappeningView;
import org.escale.rest.gateway.GatehouseViews.LiveView;
import org.escale.rest.gateway.GatehouseViews.StandingView;
import org.escale.service.Gatehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How gateways stand, who is there, which channels are drawn, what happened. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = GatehouseResource.class, property = Door.RESOURCE)
public final class GatehouseResource {
  private final Gatehouse gatehouse;

  /** With who looks after them. */
  @Activate
  public GatehouseResource(@Reference Gatehouse gatehouse) {
    this.gatehouse = gatehouse;
  }

  /** All of them. */
  @GET
  @Path("gateways/standing")
  @Does(
      value = "How the gateways stand that the caller may see, as seen in the last seconds",
      as = GATEWAY_READ,
      gives = StandingView.class,
      many = true)
  public Response standing(@Context Call call) {
    var all = Call.done(gatehouse.gateways(call.caller()));
    return Answers.all(all.stream().map(StandingView::of).toList());
  }

  /** Who is there. */
  @GET
  @Path("gateways/{id}/sessions")
  @Does(
      value = "The sessions at a gateway's centre that are not over; persons for the centre alone",
      as = GATEWAY_READ,
      gives = LiveView.class,
      many = true)
  public Response sessions(@Context Call call, @PathParam("id") String id) {
    var all = Call.done(gatehouse.sessions(call.caller(), Need.path(id, GatewayId::new)));
    return Answers.all(all.stream().map(LiveView::of).toList());
  }

  /** Ends one. */
  @DELETE
  @Path("gateways/{id}/sessions/{handle}")
  @Does(
      value =
          "End a session of a gateway's centre, by its handle, and leave its visit as it is; reason"
              + " is KEY_KNOWN, MISUSE, FAULT or OTHER (preset)",
      as = SESSION_END,
      query = "reason",
      status = 204)
  public Response end(
      @Context Call call, @PathParam("id") String id, @PathParam("handle") String handle) {
    var reason =
        call.params()
            .text("reason")
            .map(text -> Need.one("reason", Session.Reason.class, text))
            .orElse(Session.Reason.OTHER);
    var gateway = Need.path(id, GatewayId::new);
    var session = Need.path(handle, SessionHandle::new);
    Call.done(gatehouse.end(call.caller(), gateway, session, reason));
    return Response.noContent().build();
  }

  /** The channels. */
  @GET
  @Path("gateways/{id}/segments")
  @Does(
      value = "The channels that companies have at a gateway's centre, and how many are free",
      as = GATEWAY_READ,
      gives = ChannelsView.class)
  public Response segments(@Context Call call, @PathParam("id") String id) {
    var channels = Call.done(gatehouse.channels(call.caller(), Need.path(id, GatewayId::new)));
    return Response.ok(ChannelsView.of(channels)).build();
  }

  /** What happened. */
  @GET
  @Path("gateways/{id}/events")
  @Does(
      value = "What happened at a gateway in the last 24 hours, the newest first, without persons",
      as = GATEWAY_READ,
      gives = HappeningView.class,
      many = true)
  public Response events(@Context Call call, @PathParam("id") String id) {
    var all = Call.done(gatehouse.happenings(call.caller(), Need.path(id, GatewayId::new)));
    return Answers.all(all.stream().map(HappeningView::of).toList());
  }
}

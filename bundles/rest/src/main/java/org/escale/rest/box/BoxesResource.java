package org.escale.rest.box;

import static org.escale.caller.Operation.GATEWAY_READ;
import static org.escale.caller.Operation.OPERATE;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.access.Box;
import org.escale.access.BoxReport;
import org.escale.access.GatewayId;
import org.escale.access.LineSamples;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.rest.box.BoxViews.BoxOrder;
import org.escale.rest.box.BoxViews.BoxView;
import org.escale.rest.box.BoxViews.CededOrder;
import org.escale.rest.box.BoxViews.CededView;
import org.escale.rest.box.BoxViews.HubKeysOrder;
import org.escale.rest.box.BoxViews.HubKeysView;
import org.escale.rest.box.BoxViews.TicketView;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.service.Boxes;
import org.escale.service.Lookup;
import org.escale.word.Kept;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Boxes, for whoever operates them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = BoxesResource.class, property = Door.RESOURCE)
public final class BoxesResource {
  private final Boxes boxes;
  private final Lookup lookup;
  private final Lists lists;

  /** With who knows them. */
  @Activate
  public BoxesResource(@Reference Boxes boxes, @Reference Lookup lookup, @Reference Lists lists) {
    this.boxes = boxes;
    this.lookup = lookup;
    this.lists = lists;
  }

  /** All of them. */
  @GET
  @Path("gateways/boxes")
  @Does(
      value = "The boxes, each with its last sign of life",
      as = OPERATE,
      filters = {"centreId"},
      gives = BoxView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    return lists.page(call, Box.class, box -> view(call, box));
  }

  /** Expects a box. */
  @POST
  @Path("gateways/{id}/box")
  @Does(
      value = "Expect a box at a centre: a token for one use, shown once, as file and QR text",
      as = OPERATE,
      gives = TicketView.class,
      status = 201)
  public Response expect(@Context Call call, @PathParam("id") String id, BoxOrder order) {
    var box = Need.path(id, GatewayId::new);
    var centre = Need.id("centreId", order.centreId(), CentreId::new);
    var plan = order.plan();
    var ticket = Call.done(boxes.expect(call.caller(), box, centre, plan));
    var view = TicketView.of(ticket, plan.hub().address());
    return Response.status(Response.Status.CREATED).entity(view).build();
  }

  /** How it is. */
  @GET
  @Path("gateways/{id}/box")
  @Does(value = "A box and its last sign of life", as = OPERATE, gives = BoxView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    var box = Need.path(id, GatewayId::new);
    var kept = Call.done(lookup.get(call.caller(), Box.class, box));
    return Answers.one(kept, word -> view(call, word));
  }

  /** Another number of desks. */
  @PATCH
  @Path("gateways/{id}/box")
  @Does(
      value =
          "Cede another number of desks to a box: the hub sells them to nobody ahead, and without a"
              + " line the box alone gives them away; needs If-Match",
      as = OPERATE,
      gives = BoxView.class)
  public Response cede(@Context Call call, @PathParam("id") String id, CededOrder order) {
    long revision = call.revision();
    var box = Need.path(id, GatewayId::new);
    int desks = Need.present("ceded", order.ceded());
    var kept = Call.done(boxes.cede(call.caller(), box, desks, revision));
    return Answers.one(kept, word -> view(call, word));
  }

  /** What a centre cedes. */
  @GET
  @Path("centres/{id}/ceded")
  @Does(
      value = "Which desks a centre cedes to its boxes, and since when none of them is heard",
      as = GATEWAY_READ,
      gives = CededView.class)
  public Response ceded(@Context Call call, @PathParam("id") String id) {
    var ceded = Call.done(boxes.ceded(call.caller(), Need.path(id, CentreId::new)));
    return Response.ok(CededView.of(ceded)).build();
  }

  /** Believes it no longer. */
  @DELETE
  @Path("gateways/{id}/box")
  @Does(value = "Believe a box no longer, nor its token", as = OPERATE, status = 204)
  public Response revoke(@Context Call call, @PathParam("id") String id) {
    Call.done(boxes.revoke(call.caller(), Need.path(id, GatewayId::new)));
    return Response.noContent().build();
  }

  /** Keys for the hub itself. */
  @POST
  @Path("gateways/boxes/hub-keys")
  @Does(
      value = "Fresh keys for the hub's RADIUS over TLS as boxes believe it, shown once",
      as = OPERATE,
      gives = HubKeysView.class,
      status = 201)
  public Response hubKeys(@Context Call call, HubKeysOrder order) {
    var host = Need.text("host", order.host(), 64);
    var keys = Call.done(boxes.hubKeys(call.caller(), host));
    var view = new HubKeysView(keys.certificate(), keys.key(), keys.authority());
    return Response.status(Response.Status.CREATED).entity(view).build();
  }

  /** Asks for a sample. */
  @POST
  @Path("gateways/{id}/box/measure")
  @Does(
      value = "Ask a box to measure its line at its next round, at most once in 10 minutes",
      as = OPERATE,
      status = 204)
  public Response measure(@Context Call call, @PathParam("id") String id) {
    Call.done(boxes.measure(call.caller(), Need.path(id, GatewayId::new)));
    return Response.noContent().build();
  }

  private BoxView view(Call call, Box box) {
    return BoxView.of(
        box,
        read(call, BoxReport.class, box.id()),
        read(call, LineSamples.class, box.id()),
        Call.done(boxes.held(call.caller(), box.id())));
  }

  private <W extends Word> Optional<W> read(Call call, Class<W> kind, GatewayId box) {
    return lookup.get(call.caller(), kind, box) instanceof Outcome.Done<Kept<W>> done
        ? Optional.of(done.value().word())
        : Optional.empty();
  }
}

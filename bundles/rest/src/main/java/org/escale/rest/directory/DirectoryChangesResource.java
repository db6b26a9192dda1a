package org.escale.rest.directory;

import static org.escale.caller.Operation.DIRECTORY_WRITE;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.rest.directory.CentresResource.HealthView;
import org.escale.rest.directory.DirectoryOrders.ExtraOrder;
import org.escale.rest.directory.DirectoryOrders.SiteOrder;
import org.escale.rest.directory.DirectoryOrders.SpaceOrder;
import org.escale.rest.directory.DirectoryViews.CentreView;
import org.escale.rest.directory.DirectoryViews.ExtraView;
import org.escale.rest.directory.DirectoryViews.SiteView;
import org.escale.rest.directory.DirectoryViews.SpaceView;
import org.escale.service.Directory;
import org.escale.service.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes sites, centres, spaces and extras. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = DirectoryChangesResource.class, property = Door.RESOURCE)
public final class DirectoryChangesResource {
  private final Directory directory;
  private final Lookup lookup;

  /** With what changes and what reads. */
  @Activate
  public DirectoryChangesResource(@Reference Directory directory, @Reference Lookup lookup) {
    this.directory = directory;
    this.lookup = lookup;
  }

  /** Whether a centre's connectivity is up. */
  public record HealthOrder(Optional<Boolean> online) {}

  /** A new site. */
  @POST
  @Path("sites")
  @Does(value = "A new building", as = DIRECTORY_WRITE, gives = SiteView.class, status = 201)
  public Response site(@Context Call call, SiteOrder order) {
    var kept = Call.done(directory.save(call.caller(), order.site(), 0));
    return Answers.made(kept, SiteView::of, "sites/" + kept.word().id());
  }

  /** A new centre. */
  @POST
  @Path("centres")
  @Does(value = "A new centre", as = DIRECTORY_WRITE, gives = CentreView.class, status = 201)
  public Response centre(@Context Call call, CentreOrder order) {
    var kept = Call.done(directory.save(call.caller(), order.fresh(), 0));
    return Answers.made(kept, CentreView::of, "centres/" + kept.word().id());
  }

  /** Changes a centre. */
  @PATCH
  @Path("centres/{id}")
  @Does(
      value = "Change a centre: its name, hours, staffing, equipment; needs If-Match",
      as = DIRECTORY_WRITE,
      gives = CentreView.class)
  public Response change(@Context Call call, @PathParam("id") String id, CentreOrder order) {
    long revision = call.revision();
    var old = Call.done(lookup.get(call.caller(), Centre.class, Need.path(id, CentreId::new)));
    var kept = Call.done(directory.save(call.caller(), order.over(old.word()), revision));
    return Answers.one(kept, CentreView::of);
  }

  /** A new space. */
  @POST
  @Path("centres/{id}/spaces")
  @Does(value = "A new space", as = DIRECTORY_WRITE, gives = SpaceView.class, status = 201)
  public Response space(@Context Call call, @PathParam("id") String id, SpaceOrder order) {
    var space = order.space(Need.path(id, CentreId::new));
    var kept = Call.done(directory.save(call.caller(), space, 0));
    return Answers.made(kept, SpaceView::of, "spaces/" + kept.word().id());
  }

  /** Changes a space. */
  @PATCH
  @Path("spaces/{id}")
  @Does(
      value =
          "Change a space: its name, seats, features, who decides whether it is free; a mode that"
              + " the centre's system decides is proven by trying it now; needs If-Match",
      as = DIRECTORY_WRITE,
      gives = SpaceView.class)
  public Response changeSpace(@Context Call call, @PathParam("id") String id, SpaceOrder order) {
    long revision = call.revision();
    var old = Call.done(lookup.get(call.caller(), Space.class, Need.path(id, SpaceId::new)));
    var kept = Call.done(directory.save(call.caller(), order.over(old.word()), revision));
    return Answers.one(kept, SpaceView::of);
  }

  /** A new extra. */
  @POST
  @Path("centres/{id}/extras")
  @Does(value = "A new kind of extra", as = DIRECTORY_WRITE, gives = ExtraView.class, status = 201)
  public Response extra(@Context Call call, @PathParam("id") String id, ExtraOrder order) {
    var extra = order.extra(Need.path(id, CentreId::new));
    var kept = Call.done(directory.save(call.caller(), extra, 0));
    return Answers.made(kept, ExtraView::of, "centres/" + kept.word().centre() + "/extras");
  }

  /** Says how the connectivity is. */
  @POST
  @Path("centres/{id}/health")
  @Does(
      value = "Say whether a centre's connectivity is up",
      as = DIRECTORY_WRITE,
      gives = HealthView.class)
  public Response health(@Context Call call, @PathParam("id") String id, HealthOrder order) {
    var centre = Need.path(id, CentreId::new);
    boolean up = Need.present("online", order.online());
    var kept = Call.done(directory.online(call.caller(), centre, up)).word();
    return Response.ok(new HealthView(kept.id().value(), kept.online())).build();
  }
}

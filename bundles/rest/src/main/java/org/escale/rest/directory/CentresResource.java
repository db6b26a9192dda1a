package org.escale.rest.directory;

import static org.escale.caller.Operation.DIRECTORY_READ;

import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Extra;
import org.escale.federation.Label;
import org.escale.federation.Space;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.directory.DirectoryViews.CentreView;
import org.escale.rest.directory.DirectoryViews.ExtraView;
import org.escale.rest.directory.DirectoryViews.LabelView;
import org.escale.rest.directory.DirectoryViews.SpaceView;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Centres with what belongs to them, as anybody may read them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = CentresResource.class, property = Door.RESOURCE)
public final class CentresResource {
  private final Lists lists;

  /** With what reads. */
  @Activate
  public CentresResource(@Reference Lists lists) {
    this.lists = lists;
  }

  /** Whether a centre's connectivity is up. */
  public record HealthView(String centreId, boolean online) {}

  /** The centres. */
  @GET
  @Path("centres")
  @Does(
      value = "The centres",
      as = DIRECTORY_READ,
      filters = {"siteId", "networkId", "kind"},
      gives = CentreView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    return lists.page(call, Centre.class, CentreView::of);
  }

  /** One centre. */
  @GET
  @Path("centres/{id}")
  @Does(value = "One centre", as = DIRECTORY_READ, gives = CentreView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    return Answers.one(centre(call, id), CentreView::of);
  }

  /** Its spaces. */
  @GET
  @Path("centres/{id}/spaces")
  @Does(
      value = "The spaces of a centre",
      as = DIRECTORY_READ,
      filters = {"kind"},
      gives = SpaceView.class,
      many = true,
      pages = true)
  public Response spaces(@Context Call call, @PathParam("id") String id) {
    return lists.page(call, Space.class, of(call, id), SpaceView::of);
  }

  /** Its extras. */
  @GET
  @Path("centres/{id}/extras")
  @Does(
      value = "The extras of a centre",
      as = DIRECTORY_READ,
      filters = {"kind"},
      gives = ExtraView.class,
      many = true,
      pages = true)
  public Response extras(@Context Call call, @PathParam("id") String id) {
    return lists.page(call, Extra.class, of(call, id), ExtraView::of);
  }

  /** Its labels. */
  @GET
  @Path("centres/{id}/labels")
  @Does(
      value = "The labels of a centre, each with the criteria that decided",
      as = DIRECTORY_READ,
      filters = {"networkId"},
      gives = LabelView.class,
      many = true,
      pages = true)
  public Response labels(@Context Call call, @PathParam("id") String id) {
    return lists.page(call, Label.class, of(call, id), LabelView::of);
  }

  /** Its connectivity. */
  @GET
  @Path("centres/{id}/health")
  @Does(
      value = "Whether a centre's connectivity is up; while it is down nothing of it is offered",
      as = DIRECTORY_READ,
      gives = HealthView.class)
  public Response health(@Context Call call, @PathParam("id") String id) {
    var centre = centre(call, id).word();
    return Response.ok(new HealthView(centre.id().value(), centre.online())).build();
  }

  private Map<String, String> of(Call call, String id) {
    return Map.of("centreId", centre(call, id).word().id().value());
  }

  private Kept<Centre> centre(Call call, String id) {
    return lists.kept(call, Centre.class, Need.path(id, CentreId::new));
  }
}

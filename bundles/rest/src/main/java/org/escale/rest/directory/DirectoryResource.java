package org.escale.rest.directory;

import static org.escale.caller.Operation.DIRECTORY_READ;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.federation.Network;
import org.escale.federation.NetworkId;
import org.escale.federation.Site;
import org.escale.federation.SiteId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.directory.DirectoryViews.NetworkView;
import org.escale.rest.directory.DirectoryViews.SiteView;
import org.escale.rest.directory.DirectoryViews.SpaceView;
import org.escale.service.Directory;
import org.escale.word.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Networks, sites and spaces as anybody may read them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = DirectoryResource.class, property = Door.RESOURCE)
public final class DirectoryResource {
  private final Lists lists;
  private final Directory directory;

  /** With what reads, and who knows what is installed. */
  @Activate
  public DirectoryResource(@Reference Lists lists, @Reference Directory directory) {
    this.lists = lists;
    this.directory = directory;
  }

  /** The networks. */
  @GET
  @Path("networks")
  @Does(
      value = "The networks now installed",
      as = DIRECTORY_READ,
      gives = NetworkView.class,
      many = true,
      pages = true)
  public Response networks(@Context Call call) {
    var page = lists.page(call, Network.class);
    var installed =
        page.items().stream().filter(n -> directory.isInstalled(n.word().id())).toList();
    return Answers.page(call.uri(), new Page<>(installed, page.next()), NetworkView::of);
  }

  /** One network. */
  @GET
  @Path("networks/{id}")
  @Does(value = "One network", as = DIRECTORY_READ, gives = NetworkView.class)
  public Response network(@Context Call call, @PathParam("id") String id) {
    var network = Need.path(id, NetworkId::new);
    return lists.one(call, Network.class, network, NetworkView::of);
  }

  /** The sites. */
  @GET
  @Path("sites")
  @Does(
      value = "The buildings",
      as = DIRECTORY_READ,
      gives = SiteView.class,
      many = true,
      pages = true)
  public Response sites(@Context Call call) {
    return lists.page(call, Site.class, SiteView::of);
  }

  /** One site. */
  @GET
  @Path("sites/{id}")
  @Does(value = "One building", as = DIRECTORY_READ, gives = SiteView.class)
  public Response site(@Context Call call, @PathParam("id") String id) {
    var site = Need.path(id, SiteId::new);
    return lists.one(call, Site.class, site, SiteView::of);
  }

  /** The spaces. */
  @GET
  @Path("spaces")
  @Does(
      value = "The bookable spaces of all centres",
      as = DIRECTORY_READ,
      filters = {"centreId", "kind"},
      gives = SpaceView.class,
      many = true,
      pages = true)
  public Response spaces(@Context Call call) {
    return lists.page(call, Space.class, SpaceView::of);
  }

  /** One space. */
  @GET
  @Path("spaces/{id}")
  @Does(value = "One space", as = DIRECTORY_READ, gives = SpaceView.class)
  public Response space(@Context Call call, @PathParam("id") String id) {
    var space = Need.path(id, SpaceId::new);
    return lists.one(call, Space.class, space, SpaceView::of);
  }
}

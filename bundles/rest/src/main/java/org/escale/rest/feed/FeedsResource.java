package org.escale.rest.feed;

import static org.escale.caller.Operation.FEED_WRITE;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
import org.escale.adapter.BusyFeed;
import org.escale.adapter.FeedId;
import org.escale.federation.SpaceId;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.problem.RefusedException;
import org.escale.service.Feeds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Private addresses at which a centre's programs read when a space is booked. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = FeedsResource.class, property = Door.RESOURCE)
public final class FeedsResource {
  private final Feeds feeds;
  private final Lists lists;

  /** With who keeps the addresses, and what reads. */
  @Activate
  public FeedsResource(@Reference Feeds feeds, @Reference Lists lists) {
    this.feeds = feeds;
    this.lists = lists;
  }

  /** For which program an address is wanted. */
  public record FeedOrder(Optional<String> name) {}

  /** A feed without its address. */
  public record FeedView(
      String id, String centreId, String spaceId, String name, Instant createdAt) {
    static FeedView of(BusyFeed feed) {
      return new FeedView(
          feed.id().value(),
          feed.centre().value(),
          feed.space().value(),
          feed.name(),
          feed.createdAt());
    }
  }

  /**
   * A feed just made.
   *
   * @param path the path of its address, to be put behind the address of this instance; shown once
   */
  public record OpenedFeedView(String path, FeedView feed) {}

  /** Makes an address. */
  @POST
  @Path("spaces/{id}/feeds")
  @Does(
      value = "Make a private address at which programs read when the space is busy; shown once",
      as = FEED_WRITE,
      gives = OpenedFeedView.class,
      status = 201)
  public Response open(@Context Call call, @PathParam("id") String id, FeedOrder order) {
    var space = Need.path(id, SpaceId::new);
    var name = Need.text("name", order.name(), 100);
    var opened = Call.done(feeds.open(call.caller(), space, name));
    return Response.status(Response.Status.CREATED)
        .entity(
            new OpenedFeedView(
                "/api/v1/feeds/" + opened.secret() + "/busy.ics",
                FeedView.of(opened.feed().word())))
        .build();
  }

  /** Lists them. */
  @GET
  @Path("spaces/{id}/feeds")
  @Does(
      value = "The private addresses of a space, without what makes them private",
      as = FEED_WRITE,
      gives = FeedView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call, @PathParam("id") String id) {
    var space = Need.path(id, SpaceId::new);
    return lists.page(call, BusyFeed.class, Map.of("spaceId", space.value()), FeedView::of);
  }

  /** Ends one. */
  @DELETE
  @Path("spaces/{id}/feeds/{feed}")
  @Does(value = "End a private address at once", as = FEED_WRITE, status = 204)
  public Response close(
      @Context Call call, @PathParam("id") String id, @PathParam("feed") String feed) {
    var named = Need.path(feed, FeedId::new);
    var kept = lists.kept(call, BusyFeed.class, named).word();
    if (!kept.space().equals(Need.path(id, SpaceId::new))) {
      throw RefusedException.of(RefusalCode.NOT_FOUND);
    }
    Call.done(feeds.close(call.caller(), named));
    return Response.noContent().build();
  }
}

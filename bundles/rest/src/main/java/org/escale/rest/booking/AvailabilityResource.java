package org.escale.rest.booking;

import static org.escale.caller.Operation.AVAILABILITY_SEARCH;
import static org.escale.caller.Operation.DIRECTORY_READ;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.client.MemberId;
import org.escale.federation.Position;
import org.escale.federation.SpaceKind;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.rest.call.Params;
import org.escale.rest.call.Slots;
import org.escale.service.Search;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The nearest space that this guest may really book. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = AvailabilityResource.class, property = Door.RESOURCE)
public final class AvailabilityResource {
  private static final int LIMIT = 100;
  private static final int MOST = 1000;
  private final Search search;

  /** With what finds. */
  @Activate
  public AvailabilityResource(@Reference Search search) {
    this.search = search;
  }

  /** Finds. */
  @GET
  @Path("availability")
  @Does(
      value = "Free spaces that this member may use, nearest first, with their terms",
      as = {AVAILABILITY_SEARCH, DIRECTORY_READ},
      query = {
        "lat",
        "lon",
        "from",
        "to",
        "kind",
        "people",
        "features",
        "label",
        "memberId",
        "limit"
      },
      gives = FoundView.class,
      many = true)
  public Response find(@Context Call call) {
    var found = Call.done(search.find(call.caller(), wish(call.params())));
    var locale = call.caller().language();
    return Answers.all(found.stream().map(space -> FoundView.of(space, locale)).toList());
  }

  private static Search.Wish wish(Params params) {
    double latitude = params.decimal("lat");
    double longitude = params.decimal("lon");
    Need.check("lat", Math.abs(latitude) <= 90);
    Need.check("lon", Math.abs(longitude) <= 180);
    return new Search.Wish(
        new Position(latitude, longitude),
        Slots.of(
            Need.present("from", params.instant("from")), Need.present("to", params.instant("to"))),
        params.text("kind").map(kind -> Need.one("kind", SpaceKind.class, kind)),
        params.integer("people", 1, 1, 2000),
        params.several("features"),
        params.integer("label", 0, 0, 5),
        params.id("memberId", MemberId::new),
        params.integer("limit", LIMIT, 1, MOST));
  }
}

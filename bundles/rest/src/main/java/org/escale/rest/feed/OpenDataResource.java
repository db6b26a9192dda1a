package org.escale.rest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Json;
import org.escale.rest.call.Params;
import org.escale.rest.problem.RefusedException;
import org.escale.service.OpenData;
import org.escale.service.OpenData.Kind;
import org.escale.service.OpenData.Place;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is told to everybody, to be followed page by page. Where it is switched off: nothing. */
@Path("/")
@Component(service = OpenDataResource.class, property = Door.RESOURCE)
public final class OpenDataResource {
  private static final String RPDE = "application/vnd.openactive.rpde+json";
  private static final String ANYTHING = "*/*";
  private static final int LIMIT = 500;

  /** In between it may be kept for an hour; the last page for 8 seconds. */
  private static final String KEEP = "public, max-age=3600";

  private static final String KEEP_LAST = "public, max-age=8";

  private final Telling telling;

  /** With who may tell. */
  @Activate
  public OpenDataResource(@Reference Telling telling) {
    this.telling = telling;
  }

  /** The spaces. */
  @GET
  @Path("openactive/facility-uses")
  @Produces({RPDE, ANYTHING})
  @Does(
      value = "The spaces as open data (RPDE 1.0, FacilityUse); 404 where it is switched off",
      anybody = true,
      query = {"afterTimestamp", "afterId", "limit"})
  public Response spaces(@Context Call call) {
    return page(call, Kind.SPACE);
  }

  /** When they are free. */
  @GET
  @Path("openactive/slots")
  @Produces({RPDE, ANYTHING})
  @Does(
      value = "When spaces are free, as open data (RPDE 1.0, Slot); 404 where it is switched off",
      anybody = true,
      query = {"afterTimestamp", "afterId", "limit"})
  public Response slots(@Context Call call) {
    return page(call, Kind.SLOT);
  }

  private Response page(Call call, Kind kind) {
    var data = telling.openData().orElseThrow(() -> RefusedException.of(RefusalCode.NOT_FOUND));
    var asked = asked(call, data);
    var items = data.page(kind, asked.after().orElse(Place.START), asked.limit().orElse(LIMIT));
    var page = RpdePage.of(asked, items, new OpportunityViews(kind, data.publisher()));
    return Response.ok(text(page), RPDE + ";version=1")
        .header(HttpHeaders.CACHE_CONTROL, items.isEmpty() ? KEEP_LAST : KEEP)
        .build();
  }

  private static RpdePage.Asked asked(Call call, OpenData data) {
    Params params = call.params();
    var number = params.text("afterTimestamp").map(text -> Params.place("afterTimestamp", text));
    var after = number.map(n -> new Place(n, params.text("afterId").orElse("")));
    var limit = params.text("limit").map(given -> params.integer("limit", LIMIT, 1, OpenData.MOST));
    var feed = data.publisher().address() + "/api/v1/" + path(call);
    return new RpdePage.Asked(feed, after, limit);
  }

  private static String path(Call call) {
    return call.uri().getPath().replaceFirst("^/", "");
  }

  private static String text(RpdePage page) {
    try {
      return Json.mapper().writeValueAsString(page);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records can be written", e);
    }
  }
}

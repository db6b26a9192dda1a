package org.escale.rest.feed;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Call;
import org.escale.rest.call.Digest;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.problem.RefusedException;
import org.escale.service.Feeds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is read at a private address. */
@Path("/")
@Component(service = BusyCalendarResource.class, property = Door.RESOURCE)
public final class BusyCalendarResource {
  private static final String CALENDAR = "text/calendar";

  /** Programs ask for the oddest types, and all mean a calendar. */
  private static final String ANYTHING = "*/*";

  /** Kept by nobody in between; whoever keeps it asks whether it is still so. */
  private static final String CACHE = "private, no-cache";

  private final Feeds feeds;

  /** With who knows the addresses. */
  @Activate
  public BusyCalendarResource(@Reference Feeds feeds) {
    this.feeds = feeds;
  }

  /** Reads. */
  @GET
  @Path("feeds/{secret}/busy.ics")
  @Produces({CALENDAR, ANYTHING})
  @Does(
      value = "When a space is booked, as an iCalendar file, for whoever knows the private address",
      anybody = true)
  public Response read(
      @Context Call call, @Context Request request, @PathParam("secret") String secret) {
    var times =
        Call.done(feeds.read(secret)).orElseThrow(() -> RefusedException.of(RefusalCode.NOT_FOUND));
    var text = BusyCalendar.of(times);
    var tag = new EntityTag(Digest.of(text));
    var unchanged = request.evaluatePreconditions(tag);
    var answer =
        unchanged == null ? Response.ok(text, CALENDAR + ";charset=UTF-8").tag(tag) : unchanged;
    return answer.header(HttpHeaders.CACHE_CONTROL, CACHE).build();
  }
}

package org.escale.rest.client;

import static org.escale.caller.Operation.BADGE;

import java.time.Instant;
import java.time.LocalDate;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.client.MemberId;
import org.escale.federation.CentreId;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.service.Reception;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The code that a member shows to a desk. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = CodesResource.class, property = Door.RESOURCE)
public final class CodesResource {
  private final Reception reception;

  /** With what receives. */
  @Activate
  public CodesResource(@Reference Reception reception) {
    this.reception = reception;
  }

  /** To be shown as text or as a QR code until then, and once. */
  public record CodeView(String code, Instant until) {}

  /** A fresh one; or that for a centre whose line may be away. */
  @GET
  @Path("members/{id}/code")
  @Does(
      value =
          "A fresh check-in code of oneself: signed, good for 60 s and one check-in; with centre"
              + " the code by which that centre's box lets one in while its line is away, on that"
              + " day (on, today if absent) and once",
      as = BADGE,
      query = {"centre", "on"},
      gives = CodeView.class)
  public Response code(@Context Call call, @PathParam("id") String id) {
    var member = Need.path(id, MemberId::new);
    var params = call.params();
    var on = params.text("on").map(day -> Need.read("on", day, LocalDate::parse));
    var badge =
        Call.done(
            params
                .id("centre", CentreId::new)
                .map(centre -> reception.lineCode(call.caller(), member, centre, on))
                .orElseGet(() -> reception.badge(call.caller(), member)));
    return Response.ok(new CodeView(badge.code(), badge.until())).build();
  }
}

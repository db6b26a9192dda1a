package org.escale.rest.client;

import static org.escale.caller.Operation.BADGE;

import java.time.Instant;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.client.MemberId;
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

  /** A fresh one. */
  @GET
  @Path("members/{id}/code")
  @Does(
      value = "A fresh check-in code of oneself: signed, good for 60 s and one check-in",
      as = BADGE,
      gives = CodeView.class)
  public Response code(@Context Call call, @PathParam("id") String id) {
    var badge = Call.done(reception.badge(call.caller(), Need.path(id, MemberId::new)));
    return Response.ok(new CodeView(badge.code(), badge.until())).build();
  }
}

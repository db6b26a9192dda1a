package org.escale.rest.box;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.problem.RefusedException;
import org.escale.service.Boxes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where boxes wait for the next change of their list; no thread waits with them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = BoxWaitResource.class, property = Door.RESOURCE)
public final class BoxWaitResource {
  private final Boxes boxes;

  /** With who knows them. */
  @Activate
  public BoxWaitResource(@Reference Boxes boxes) {
    this.boxes = boxes;
  }

  /** When to ask for the list again. */
  @GET
  @Path("gateways/{id}/entitlements/after/{digest}")
  @Does(
      value =
          "Answers as soon as who is checked in is not what that digest says (SHA-256 of the grant"
              + " lines of a box's list), or with 304 after 25 s, for the box itself",
      anybody = true,
      status = 204)
  public void changed(
      @Context HttpHeaders headers,
      @PathParam("id") String id,
      @PathParam("digest") String digest,
      @Suspended AsyncResponse suspended) {
    var what = "GET /gateways/" + id + "/entitlements/after/" + digest;
    boxes
        .changed(BoxDoorResource.asked(what, headers, id), digest)
        .thenAccept(outcome -> answer(outcome, suspended));
  }

  private static void answer(Outcome<Boolean> outcome, AsyncResponse suspended) {
    if (outcome instanceof Outcome.Done<Boolean> done) {
      var status = done.value() ? Response.Status.NO_CONTENT : Response.Status.NOT_MODIFIED;
      suspended.resume(Response.status(status).build());
    } else {
      var refusal = ((Outcome.Refused<Boolean>) outcome).refusal();
      suspended.resume(new RefusedException(refusal));
    }
  }
}

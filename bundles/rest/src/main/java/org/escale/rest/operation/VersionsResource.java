package org.escale.rest.operation;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.service.Operations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The versions of this door and the parts of the platform behind it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = VersionsResource.class, property = Door.RESOURCE)
public final class VersionsResource {
  private final Operations operations;

  /** With who knows the parts. */
  @Activate
  public VersionsResource(@Reference Operations operations) {
    this.operations = operations;
  }

  /** Versions and modules. */
  public record VersionsView(List<String> versions, List<String> modules) {}

  /** Lists them. */
  @GET
  @Path("versions")
  @Does(
      value = "The versions of this door and the parts behind it",
      anybody = true,
      gives = VersionsView.class)
  public Response list(@Context Call call) {
    var parts = operations.health().stream().map(Operations.Part::name).sorted().toList();
    return Response.ok(new VersionsView(List.of("v1"), parts)).build();
  }
}

package org.escale.rest.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Json;
import org.escale.rest.problem.RefusedException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What this door can do, in SCIM's own words. */
@Path("/")
@Produces({Scim.TYPE, MediaType.APPLICATION_JSON})
@Component(service = AboutResource.class, property = Scim.RESOURCE)
public final class AboutResource {
  private final JsonNode about;

  /** As it is published. */
  @Activate
  public AboutResource() throws IOException {
    try (InputStream file = AboutResource.class.getResourceAsStream("about.json")) {
      about = Json.mapper().readTree(Objects.requireNonNull(file));
    }
  }

  /** What it can do. */
  @GET
  @Path("ServiceProviderConfig")
  @Does(value = "What the SCIM door can do (RFC 7643, 5)", gives = JsonNode.class)
  public Response config(@Context Call call) {
    return Response.ok(located(about.path("config"))).build();
  }

  /** What it keeps. */
  @GET
  @Path("ResourceTypes")
  @Does(value = "What it keeps: users and groups (RFC 7643, 6)", gives = JsonNode.class)
  public Response types(@Context Call call) {
    return list(call, "types");
  }

  /** One kind of it. */
  @GET
  @Path("ResourceTypes/{id}")
  @Does(value = "One of them", gives = JsonNode.class)
  public Response type(@Context Call call, @PathParam("id") String id) {
    return one("types", id);
  }

  /** What is kept of each. */
  @GET
  @Path("Schemas")
  @Does(value = "What is kept of them (RFC 7643, 7)", gives = JsonNode.class)
  public Response schemas(@Context Call call) {
    return list(call, "schemas");
  }

  /** Of one of them. */
  @GET
  @Path("Schemas/{id}")
  @Does(value = "One of them", gives = JsonNode.class)
  public Response schema(@Context Call call, @PathParam("id") String id) {
    return one("schemas", id);
  }

  private Response list(Call call, String what) {
    List<ObjectNode> all = new ArrayList<>();
    about.path(what).forEach(each -> all.add(located(each)));
    return Response.ok(new Asked(call).list(all, all.size())).build();
  }

  private Response one(String what, String id) {
    for (var each : about.path(what)) {
      if (each.path("id").asText().equals(id)) {
        return Response.ok(located(each)).build();
      }
    }
    throw RefusedException.of(RefusalCode.NOT_FOUND);
  }

  private static ObjectNode located(JsonNode what) {
    var copy = (ObjectNode) what.deepCopy();
    var meta = copy.withObjectProperty("meta");
    meta.put("location", Scim.base() + meta.path("location").asText());
    return copy;
  }
}

package org.escale.rest.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Json;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes the document of this door, with the routes that plug-ins show now. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = DocumentResource.class, property = Door.RESOURCE)
public final class DocumentResource {
  private final Routes routes;
  private final ObjectNode document;

  /** With the routes of plug-ins. */
  @Activate
  public DocumentResource(@Reference Routes routes) throws IOException {
    this.routes = routes;
    try (InputStream file = DocumentResource.class.getResourceAsStream("openapi.json")) {
      document = (ObjectNode) Json.mapper().readTree(Objects.requireNonNull(file));
    }
  }

  /** The document. */
  @GET
  @Path("openapi.json")
  @Does(value = "This document", anybody = true, gives = Map.class)
  public Response document(@Context Call call) {
    var now = document.deepCopy();
    routes.all().forEach(route -> add((ObjectNode) now.get("paths"), route));
    return Response.ok(now.toString()).build();
  }

  private static void add(ObjectNode paths, Routes.Shown route) {
    var method = route.method().toLowerCase(Locale.ROOT);
    var operation = paths.withObjectProperty("/" + route.path()).withObjectProperty(method);
    operation.put("summary", "Shown by a plug-in");
    operation.withArrayProperty("tags").add("Routes");
    operation
        .withObjectProperty("responses")
        .withObjectProperty("200")
        .put("description", "What the plug-in answers");
  }
}

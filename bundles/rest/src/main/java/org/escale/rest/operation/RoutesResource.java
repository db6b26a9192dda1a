package org.escale.rest.operation;

import java.util.HashMap;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.caller.Caller;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.problem.RefusedException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Serves what plug-ins show; where none shows a path, that path does not exist. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = RoutesResource.class, property = Door.RESOURCE)
public final class RoutesResource {
  private final Routes routes;

  /** With the routes. */
  @Activate
  public RoutesResource(@Reference Routes routes) {
    this.routes = routes;
  }

  /** Reads. */
  @GET
  @Path("{root: x|sandbox}/{rest: .+}")
  @Does(value = "What a plug-in shows", anybody = true, gives = Map.class)
  public Response get(
      @Context Call call, @PathParam("root") String root, @PathParam("rest") String rest) {
    var query = new HashMap<String, Object>();
    call.params().all().forEach((name, values) -> query.put(name, String.join(",", values)));
    return serve(call, "GET", root + "/" + rest, query);
  }

  /** Does. */
  @POST
  @Path("{root: x|sandbox}/{rest: .+}")
  @Does(value = "What a plug-in does", anybody = true, gives = Map.class)
  public Response post(
      @Context Call call,
      @PathParam("root") String root,
      @PathParam("rest") String rest,
      Map<String, Object> body) {
    return serve(call, "POST", root + "/" + rest, new HashMap<>(body));
  }

  private Response serve(Call call, String method, String path, Map<String, Object> body) {
    var route = routes.serving(method, path);
    if (route.isEmpty()) {
      throw RefusedException.of(RefusalCode.NOT_FOUND);
    }
    if (call.caller().roles().equals(Caller.NOBODY.roles())) {
      throw RefusedException.of(RefusalCode.NOT_SIGNED_IN);
    }
    body.putAll(variables(route.get(), path));
    return Response.ok(Call.done(routes.served(route.get(), call.caller(), body))).build();
  }

  private static Map<String, Object> variables(Routes.Shown route, String path) {
    var names = route.path().split("/", -1);
    var values = path.split("/", -1);
    var found = new HashMap<String, Object>();
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("{")) {
        found.put(names[i].substring(1, names[i].length() - 1), values[i]);
      }
    }
    return found;
  }
}

package org.escale.rest.scim;

import static org.escale.caller.Operation.CLIENT_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.client.MemberId;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Need;
import org.escale.service.Provisioning;
import org.escale.service.Provisioning.Person;
import org.escale.service.Provisioning.Said;
import org.escale.service.Provisioning.Search;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The people whom an employer's identity system brings. */
@Path("/")
@Produces({Scim.TYPE, MediaType.APPLICATION_JSON})
@Consumes({Scim.TYPE, MediaType.APPLICATION_JSON})
@Component(service = UsersResource.class, property = Scim.RESOURCE)
public final class UsersResource {
  private static final Map<String, String> FILTERS =
      Map.of("id", "id", "username", "userName", "externalid", "externalId");

  private final Provisioning provisioning;

  /** With who keeps them. */
  @Activate
  public UsersResource(@Reference Provisioning provisioning) {
    this.provisioning = provisioning;
  }

  /** Finds. */
  @GET
  @Path("Users")
  @Does(
      value = "The people whom the caller's identity system brought (RFC 7644, 3.4.2)",
      as = CLIENT_WRITE,
      query = {"filter", "startIndex", "count", "attributes", "excludedAttributes"},
      gives = JsonNode.class)
  public Response find(@Context Call call) {
    var asked = new Asked(call);
    var equal = new HashMap<String, String>();
    asked.filter().terms().forEach((name, value) -> equal.put(known(name), value));
    var search = new Search(equal, asked.start() - 1, asked.count());
    var found = Call.done(provisioning.find(call.caller(), search));
    var page = found.people().stream().map(UsersResource::show).toList();
    return Response.ok(asked.list(page, found.total())).build();
  }

  /** Reads. */
  @GET
  @Path("Users/{id}")
  @Does(
      value = "One of them",
      as = CLIENT_WRITE,
      query = {"attributes", "excludedAttributes"},
      gives = JsonNode.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    return answer(call, Call.done(provisioning.person(call.caller(), named(id))));
  }

  /** Adds. */
  @POST
  @Path("Users")
  @Does(value = "Bring a person", as = CLIENT_WRITE, gives = JsonNode.class, status = 201)
  public Response add(@Context Call call, JsonNode body) {
    var said = UserText.read(body, true);
    var fresh = new MemberId(call.fresh(0));
    var person = Call.done(provisioning.add(call.caller(), said, fresh));
    var place = "Users/" + person.member().word().id();
    return new Asked(call).fresh(place, show(person), person.version());
  }

  /** Replaces. */
  @PUT
  @Path("Users/{id}")
  @Does(value = "Say everything of a person anew", as = CLIENT_WRITE, gives = JsonNode.class)
  public Response replace(@Context Call call, @PathParam("id") String id, JsonNode body) {
    return change(call, id, before -> UserText.read(body, before.active()));
  }

  /** Changes. */
  @PATCH
  @Path("Users/{id}")
  @Does(value = "Say something else of a person", as = CLIENT_WRITE, gives = JsonNode.class)
  public Response patch(@Context Call call, @PathParam("id") String id, JsonNode body) {
    var patch = Patch.of(body);
    return change(
        call, id, before -> UserText.read(patch.applied(UserText.write(before)), before.active()));
  }

  /** Takes away. */
  @DELETE
  @Path("Users/{id}")
  @Does(
      value = "Take a person away: the link to the employer ends at once, nothing is deleted",
      as = CLIENT_WRITE,
      status = 204)
  public Response remove(@Context Call call, @PathParam("id") String id) {
    Call.done(provisioning.remove(call.caller(), named(id), Scim.version(call)));
    return Response.noContent().build();
  }

  private Response change(Call call, String id, UnaryOperator<Said> other) {
    return answer(
        call, Call.done(provisioning.change(call.caller(), named(id), Scim.version(call), other)));
  }

  private static MemberId named(String id) {
    return Need.path(id, MemberId::new);
  }

  private static String known(String name) {
    if (!FILTERS.containsKey(name)) {
      throw Scim.no("invalidFilter");
    }
    return FILTERS.get(name);
  }

  private static Response answer(Call call, Person person) {
    return new Asked(call).one(show(person), person.version());
  }

  private static ObjectNode show(Person person) {
    return UserText.show(person, Scim.base());
  }
}

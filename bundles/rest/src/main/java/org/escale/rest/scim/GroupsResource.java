package org.escale.rest.scim;

import static org.escale.caller.Operation.CLIENT_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
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
import org.escale.client.StaffGroupId;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Need;
import org.escale.service.StaffGroups;
import org.escale.service.StaffGroups.Team;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The groups that an employer's identity system keeps. */
@Path("/")
@Produces({Scim.TYPE, MediaType.APPLICATION_JSON})
@Consumes({Scim.TYPE, MediaType.APPLICATION_JSON})
@Component(service = GroupsResource.class, property = Scim.RESOURCE)
public final class GroupsResource {
  private static final Set<String> MEMBERS = Set.of("members", "members.value");

  private final StaffGroups groups;

  /** With who keeps them. */
  @Activate
  public GroupsResource(@Reference StaffGroups groups) {
    this.groups = groups;
  }

  /** Finds. */
  @GET
  @Path("Groups")
  @Does(
      value = "The groups that the caller's identity system keeps (RFC 7644, 3.4.2)",
      as = CLIENT_WRITE,
      query = {"filter", "startIndex", "count", "attributes", "excludedAttributes"},
      gives = JsonNode.class)
  public Response find(@Context Call call) {
    var asked = new Asked(call);
    var terms = asked.filter().terms();
    var all =
        Call.done(groups.teams(call.caller())).stream()
            .map(GroupsResource::show)
            .filter(shown -> terms.entrySet().stream().allMatch(term -> fits(shown, term)))
            .toList();
    var page = all.stream().skip(asked.start() - 1).limit(asked.count()).toList();
    return Response.ok(asked.list(page, all.size())).build();
  }

  /** Reads. */
  @GET
  @Path("Groups/{id}")
  @Does(
      value = "One of them",
      as = CLIENT_WRITE,
      query = {"attributes", "excludedAttributes"},
      gives = JsonNode.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    return answer(call, Call.done(groups.team(call.caller(), named(id))));
  }

  /** Forms. */
  @POST
  @Path("Groups")
  @Does(value = "Form a group", as = CLIENT_WRITE, gives = JsonNode.class, status = 201)
  public Response form(@Context Call call, JsonNode body) {
    var people = GroupText.people(body);
    var team = Call.done(groups.form(call.caller(), GroupText.title(body), people));
    var place = "Groups/" + team.group().word().id();
    return new Asked(call).fresh(place, show(team), team.version());
  }

  /** Replaces. */
  @PUT
  @Path("Groups/{id}")
  @Does(value = "Say anew who is in a group", as = CLIENT_WRITE, gives = JsonNode.class)
  public Response replace(@Context Call call, @PathParam("id") String id, JsonNode body) {
    return change(call, id, before -> body);
  }

  /** Changes. */
  @PATCH
  @Path("Groups/{id}")
  @Does(value = "Say who comes and who goes", as = CLIENT_WRITE, gives = JsonNode.class)
  public Response patch(@Context Call call, @PathParam("id") String id, JsonNode body) {
    var patch = Patch.of(body);
    return change(call, id, patch::applied);
  }

  /** Disbands. */
  @DELETE
  @Path("Groups/{id}")
  @Does(value = "Disband a group: its people are in none", as = CLIENT_WRITE, status = 204)
  public Response disband(@Context Call call, @PathParam("id") String id) {
    Call.done(groups.disband(call.caller(), named(id), Scim.version(call)));
    return Response.noContent().build();
  }

  private Response change(
      Call call, String id, java.util.function.Function<ObjectNode, JsonNode> how) {
    var group = Call.done(groups.team(call.caller(), named(id))).group().word();
    UnaryOperator<Set<MemberId>> people =
        before -> {
          var after = how.apply(GroupText.write(group, before));
          if (!GroupText.title(after).name().equals(group.name())) {
            throw Scim.no("mutability");
          }
          return GroupText.people(after);
        };
    return answer(
        call, Call.done(groups.change(call.caller(), group.id(), Scim.version(call), people)));
  }

  private static StaffGroupId named(String id) {
    return Need.path(id, StaffGroupId::new);
  }

  private static boolean fits(ObjectNode group, Map.Entry<String, String> term) {
    return switch (term.getKey()) {
      case "id", "displayname", "externalid" ->
          Scim.at(group, term.getKey()).asText().equals(term.getValue());
      default -> holds(group, term);
    };
  }

  private static boolean holds(ObjectNode group, Map.Entry<String, String> term) {
    if (!MEMBERS.contains(term.getKey())) {
      throw Scim.no("invalidFilter");
    }
    return group.path("members").findValuesAsText("value").contains(term.getValue());
  }

  private static Response answer(Call call, Team team) {
    return new Asked(call).one(show(team), team.version());
  }

  private static ObjectNode show(Team team) {
    return GroupText.show(team, Scim.base());
  }
}

package org.escale.rest.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.escale.client.MemberId;
import org.escale.client.StaffGroup;
import org.escale.rest.call.Json;
import org.escale.rest.call.Need;
import org.escale.service.StaffGroups.Team;
import org.escale.service.StaffGroups.Title;

/** A group as SCIM writes it. */
final class GroupText {
  private GroupText() {}

  /** What a group is called. */
  static Title title(JsonNode group) {
    return new Title(Scim.text(group, "displayName"), Scim.text(group, "externalId"));
  }

  /** Who is in it. */
  static Set<MemberId> people(JsonNode group) {
    var ids = new HashSet<MemberId>();
    for (var member : Scim.values(Scim.at(group, "members"))) {
      ids.add(Need.read("members", Scim.text(member, "value"), MemberId::new));
    }
    return ids;
  }

  /** A group of these people, to be changed. */
  static ObjectNode write(StaffGroup group, Collection<MemberId> people) {
    var node = Json.mapper().createObjectNode();
    node.put("displayName", group.name());
    UserText.put(node, "externalId", group.externalId());
    var members = node.putArray("members");
    people.forEach(id -> members.addObject().put("value", id.value()));
    return node;
  }

  /** A group as it stands here. */
  static ObjectNode show(Team team, String base) {
    var group = team.group().word();
    var node = Json.mapper().createObjectNode();
    node.putArray("schemas").add(Scim.GROUP);
    node.put("id", group.id().value());
    node.put("displayName", group.name());
    UserText.put(node, "externalId", group.externalId());
    var members = node.putArray("members");
    for (var person : team.people()) {
      var member = person.member().word();
      members
          .addObject()
          .put("value", member.id().value())
          .put("display", member.name())
          .put("type", "User")
          .put("$ref", base + "Users/" + member.id());
    }
    UserText.meta(node, "Group", base + "Groups/" + group.id(), team.version());
    return node;
  }
}

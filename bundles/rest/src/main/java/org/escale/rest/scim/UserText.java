package org.escale.rest.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.escale.client.Alias;
import org.escale.rest.call.Json;
import org.escale.rest.problem.RefusedException;
import org.escale.service.Provisioning.Person;
import org.escale.service.Provisioning.Said;

/** A user as SCIM writes it. */
final class UserText {
  private static final Set<String> SPOKEN = Set.of("fr", "nl", "en");

  private UserText() {}

  /** What is said of a person, whose employment is as before where nothing is said of it. */
  static Said read(JsonNode user, boolean before) {
    var name = Scim.at(user, "name");
    var names =
        new Alias.Names(
            Scim.text(user, "userName"),
            Scim.text(user, "externalId"),
            Scim.text(name, "givenName"),
            Scim.text(name, "familyName"));
    return new Said(
        names, called(user, names), email(user, names), language(user), active(user, before));
  }

  /** What was said of a person, to be changed. */
  static ObjectNode write(Said said) {
    var user = Json.mapper().createObjectNode();
    user.put("userName", said.names().userName());
    put(user, "externalId", said.names().externalId());
    var name = user.putObject("name");
    put(name, "givenName", said.names().givenName());
    put(name, "familyName", said.names().familyName());
    user.put("displayName", said.name());
    user.put("preferredLanguage", said.language());
    user.put("active", said.active());
    if (!said.email().isEmpty()) {
      var email = user.putArray("emails").addObject();
      email.put("value", said.email()).put("type", "work").put("primary", true);
    }
    return user;
  }

  /** A person as it stands here. */
  static ObjectNode show(Person person, String base) {
    var member = person.member().word();
    var user = Json.mapper().createObjectNode();
    user.putArray("schemas").add(Scim.USER);
    user.put("id", member.id().value());
    user.setAll(write(person.said()));
    user.withObjectProperty("name").put("formatted", member.name());
    user.put("active", member.employed());
    if (!member.group().isEmpty()) {
      var group = user.putArray("groups").addObject();
      group.put("display", member.group()).put("type", "direct");
    }
    meta(user, "User", base + "Users/" + member.id(), person.version());
    return user;
  }

  /** Says what it is, where it is, and as of when. */
  static void meta(ObjectNode node, String type, String location, String version) {
    node.putObject("meta")
        .put("resourceType", type)
        .put("location", location)
        .put("version", Scim.tag(version));
  }

  static void put(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }

  private static String called(JsonNode user, Alias.Names names) {
    return Stream.of(
            Scim.text(user, "displayName"),
            Scim.text(Scim.at(user, "name"), "formatted"),
            (names.givenName() + " " + names.familyName()).strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(names.userName());
  }

  /** The primary one, or else the first; the user name where it is an address itself. */
  private static String email(JsonNode user, Alias.Names names) {
    var first = names.userName().contains("@") ? names.userName() : "";
    boolean any = false;
    for (var email : Scim.values(Scim.at(user, "emails"))) {
      var value = Scim.text(email, "value");
      if (Scim.at(email, "primary").asBoolean()) {
        return value;
      }
      first = any ? first : value;
      any = true;
    }
    return first;
  }

  private static String language(JsonNode user) {
    var asked = (Scim.text(user, "preferredLanguage") + "  ").substring(0, 2);
    var language = asked.toLowerCase(Locale.ROOT);
    return SPOKEN.contains(language) ? language : "en";
  }

  /** Some systems send it as a text. */
  private static boolean active(JsonNode user, boolean before) {
    var said = Scim.at(user, "active");
    if (said.isMissingNode() || said.isNull()) {
      return before;
    }
    var text = said.asText().toLowerCase(Locale.ROOT);
    if (!text.equals("true") && !text.equals("false")) {
      throw RefusedException.field("active");
    }
    return text.equals("true");
  }
}

package org.escale.rest.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.RefusedException;

/** The changes that a PATCH asks for (RFC 7644, 3.5.2), applied in their order or not at all. */
record Patch(JsonNode operations) {
  private static final int MOST = 1000;
  private static final Set<String> OURS = Set.of("id", "meta", "groups", "schemas");
  private static final Set<String> KNOWN = Set.of("add", "replace", "remove");

  /** Reads it. */
  static Patch of(JsonNode body) {
    var operations = Scim.at(body, "Operations");
    if (!operations.isArray() || operations.isEmpty()) {
      throw Scim.no("invalidSyntax");
    }
    if (operations.size() > MOST) {
      throw RefusedException.of(RefusalCode.TOO_LARGE);
    }
    return new Patch(operations);
  }

  /** What becomes of it. */
  ObjectNode applied(ObjectNode before) {
    var after = before.deepCopy();
    operations.forEach(operation -> apply(after, operation));
    return after;
  }

  private static void apply(ObjectNode target, JsonNode operation) {
    var verb = Scim.text(operation, "op").toLowerCase(Locale.ROOT);
    var path = Scim.text(operation, "path");
    var value = Scim.at(operation, "value");
    if (!KNOWN.contains(verb)) {
      throw Scim.no("invalidSyntax");
    }
    if (!path.isEmpty()) {
      var place = PatchPath.of(path);
      if (OURS.contains(place.attribute().toLowerCase(Locale.ROOT))) {
        throw Scim.no("mutability");
      }
      change(target, verb, place, value);
    } else if (verb.equals("remove")) {
      throw Scim.no("noTarget");
    } else if (!value.isObject()) {
      throw Scim.no("invalidValue");
    } else {
      value.properties().forEach(each -> whole(target, verb, each.getKey(), each.getValue()));
    }
  }

  /** One attribute of those that are said without a path; what is ours alone is passed over. */
  private static void whole(ObjectNode target, String verb, String name, JsonNode value) {
    if (name.startsWith("urn:") && value.isObject()) {
      return;
    }
    var place = PatchPath.of(name);
    if (!OURS.contains(place.attribute().toLowerCase(Locale.ROOT))) {
      change(target, verb, place, value);
    }
  }

  private static void change(ObjectNode target, String verb, PatchPath place, JsonNode value) {
    if (place.foreign()) {
      return;
    }
    if (verb.equals("remove")) {
      place.remove(target, value);
    } else if (value.isMissingNode()) {
      throw Scim.no("invalidValue");
    } else {
      place.put(target, value, verb.equals("add"));
    }
  }
}

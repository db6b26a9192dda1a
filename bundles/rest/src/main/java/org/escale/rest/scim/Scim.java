package org.escale.rest.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Address;
import org.escale.rest.call.Call;
import org.escale.rest.problem.RefusedException;

/** Words of SCIM, and how its texts are read: names of attributes in any case of their letters. */
public final class Scim {
  /** Its media type. */
  public static final String TYPE = "application/scim+json";

  /** Property of a component whose methods are served below {@code /scim/v2}. */
  public static final String RESOURCE = "org.escale.rest=scim";

  /** Where that begins. */
  public static final String ROOT = "/scim/v2";

  static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
  static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
  static final String SAYS_WHY = "scimType";

  private Scim() {}

  /** What stands under that name, in any case of its letters; missing where nothing does. */
  static JsonNode at(JsonNode node, String name) {
    return node.isObject() ? node.path(key((ObjectNode) node, name)) : MissingNode.getInstance();
  }

  /** How that name is written there; as asked where it is not there. */
  static String key(ObjectNode node, String name) {
    return node.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElse(name);
  }

  /** A text; empty where there is none; refused where it is something else. */
  static String text(JsonNode node, String name) {
    var value = at(node, name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw RefusedException.field(name);
    }
    return value.textValue().strip();
  }

  /** The values of an attribute, whether it came as a list or alone. */
  static Iterable<JsonNode> values(JsonNode value) {
    var all = new ArrayList<JsonNode>();
    if (value.isArray()) {
      value.forEach(all::add);
    } else if (!value.isMissingNode() && !value.isNull()) {
      all.add(value);
    }
    return all;
  }

  /** A no that SCIM has a word for. */
  static RefusedException no(String scimType) {
    return new RefusedException(Refusal.of(RefusalCode.INVALID_FIELD, SAYS_WHY, scimType));
  }

  /** Where things of this door lie, as the client calls it; ends with a slash. */
  static String base() {
    return Address.origin() + ROOT + "/";
  }

  /** The version that the client wants to change; empty where it names none, or any. */
  static Optional<String> version(Call call) {
    return call.match()
        .map(String::strip)
        .filter(tag -> !tag.equals("*"))
        .map(tag -> tag.replaceFirst("^W/", "").replace("\"", ""));
  }

  /** The tag of a version. */
  static String tag(String version) {
    return "W/\"" + version + "\"";
  }
}

package org.escale.rest.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which values a change is about.
 *
 * @param attribute its name; empty where it belongs to a schema that is not kept here
 * @param filter which of several values
 * @param part of the attribute; empty for the whole
 */
record PatchPath(String attribute, Optional<ScimFilter> filter, String part) {
  private static final Pattern CORE =
      Pattern.compile(
          "^urn:ietf:params:scim:schemas:core:2\\.0:(User|Group):", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHAPE =
      Pattern.compile("([A-Za-z$][\\w$-]*)(?:\\[(.+)])?(?:\\.([A-Za-z$][\\w$-]*))?");
  private static final Set<String> SEVERAL = Set.of("emails", "members");

  /** Reads it; {@code invalidPath} where it is none. */
  static PatchPath of(String text) {
    var plain = CORE.matcher(text).replaceFirst("");
    if (plain.startsWith("urn:")) {
      return new PatchPath("", Optional.empty(), "");
    }
    var shape = SHAPE.matcher(plain);
    if (!shape.matches()) {
      throw Scim.no("invalidPath");
    }
    var filter = Optional.ofNullable(shape.group(2)).map(ScimFilter::of);
    return new PatchPath(shape.group(1), filter, shape.group(3) == null ? "" : shape.group(3));
  }

  /** Whether it belongs to a schema that is not kept here. */
  boolean foreign() {
    return attribute.isEmpty();
  }

  /** Takes away what it names; of several values those that are given, where some are. */
  void remove(ObjectNode target, JsonNode given) {
    var key = Scim.key(target, attribute);
    if (!several(target)) {
      removeFrom(target, key);
      return;
    }
    var values = array(target, key);
    var going = new ArrayList<JsonNode>();
    for (var value : values) {
      if (meant(value) && (!given.isContainerNode() || among(given, value))) {
        going.add(value);
      }
    }
    if (part.isEmpty()) {
      going.forEach(value -> drop(values, value));
    } else {
      going.forEach(value -> ((ObjectNode) value).remove(Scim.key((ObjectNode) value, part)));
    }
  }

  /** Puts a value where it points, beside what is there or in its place. */
  void put(ObjectNode target, JsonNode value, boolean beside) {
    var key = Scim.key(target, attribute);
    if (several(target)) {
      putAmong(array(target, key), value, beside);
    } else if (!part.isEmpty()) {
      var whole = target.withObjectProperty(key);
      whole.set(Scim.key(whole, part), value);
    } else if (value.isObject() && target.path(key).isObject()) {
      merge(target.withObjectProperty(key), value);
    } else {
      target.set(key, value);
    }
  }

  private void putAmong(ArrayNode values, JsonNode value, boolean beside) {
    if (filter.isEmpty() && part.isEmpty()) {
      if (!beside) {
        values.removeAll();
      }
      Scim.values(value).forEach(one -> join(values, one));
      return;
    }
    for (var one : found(values)) {
      if (part.isEmpty()) {
        merge(one, value);
      } else {
        one.set(Scim.key(one, part), value);
      }
    }
  }

  /** Those that are meant; one that fits where none is there yet. */
  private List<ObjectNode> found(ArrayNode values) {
    var found = new ArrayList<ObjectNode>();
    values.forEach(
        value -> {
          if (meant(value)) {
            found.add((ObjectNode) value);
          }
        });
    if (found.isEmpty()) {
      var fresh = values.addObject();
      filter.ifPresent(f -> f.terms().forEach(fresh::put));
      found.add(fresh);
    }
    return found;
  }

  private boolean meant(JsonNode value) {
    return value.isObject() && filter.map(f -> f.matches(value)).orElse(true);
  }

  private boolean several(ObjectNode target) {
    return SEVERAL.contains(attribute.toLowerCase(Locale.ROOT))
        || target.path(Scim.key(target, attribute)).isArray();
  }

  private void removeFrom(ObjectNode target, String key) {
    if (part.isEmpty()) {
      target.remove(key);
    } else if (target.path(key) instanceof ObjectNode whole) {
      whole.remove(Scim.key(whole, part));
    }
  }

  private static ArrayNode array(ObjectNode target, String key) {
    return target.path(key) instanceof ArrayNode there ? there : target.putArray(key);
  }

  private static boolean among(JsonNode given, JsonNode value) {
    for (var one : Scim.values(given)) {
      if (same(one, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return Scim.at(one, "value").equals(Scim.at(other, "value"));
  }

  private static void join(ArrayNode values, JsonNode one) {
    if (!one.isObject()) {
      throw Scim.no("invalidValue");
    }
    if (!among(values, one)) {
      values.add(one);
    }
  }

  private static void drop(ArrayNode values, JsonNode gone) {
    for (int i = values.size() - 1; i >= 0; i--) {
      if (values.get(i).equals(gone)) {
        values.remove(i);
      }
    }
  }

  private static void merge(ObjectNode into, JsonNode value) {
    value.properties().forEach(each -> into.set(Scim.key(into, each.getKey()), each.getValue()));
  }
}

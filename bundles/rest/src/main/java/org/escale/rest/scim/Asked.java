package org.escale.rest.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.core.Response;
import org.escale.rest.call.Call;
import org.escale.rest.call.Json;

/** What a reading asks for: which, from where, how many, and what of them. */
record Asked(Call call) {
  /** The most that one page holds. */
  static final int MOST = 200;

  private static final int PAGE = 100;
  private static final Set<String> ALWAYS = Set.of("schemas", "id");

  /** The filter. */
  ScimFilter filter() {
    return ScimFilter.of(param("filter"));
  }

  /** The place of the first, from 1. */
  int start() {
    return Math.max(1, number("startIndex", 1));
  }

  /** How many, from 0. */
  int count() {
    return Math.min(MOST, Math.max(0, number("count", PAGE)));
  }

  /** Only the attributes that are asked for. */
  ObjectNode only(ObjectNode whole) {
    var wanted = names("attributes");
    var unwanted = names("excludedAttributes");
    var shown = whole.deepCopy();
    for (var field : whole.properties()) {
      var name = field.getKey().toLowerCase(Locale.ROOT);
      boolean left = wanted.isEmpty() ? !unwanted.contains(name) : wanted.contains(name);
      if (!left && !ALWAYS.contains(name)) {
        shown.remove(field.getKey());
      }
    }
    return shown;
  }

  /** A page of all that were found. */
  ObjectNode list(List<ObjectNode> page, int total) {
    var list = Json.mapper().createObjectNode();
    list.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    list.put("totalResults", total).put("startIndex", start()).put("itemsPerPage", page.size());
    var all = list.putArray("Resources");
    page.forEach(one -> all.add(only(one)));
    return list;
  }

  /** One thing, with the tag of its version. */
  Response one(ObjectNode whole, String version) {
    return tagged(Response.ok(), whole, version);
  }

  /** One that is new, with its place below the door. */
  Response fresh(String place, ObjectNode whole, String version) {
    return tagged(Response.created(URI.create(Scim.base() + place)), whole, version);
  }

  private Response tagged(Response.ResponseBuilder answer, ObjectNode whole, String version) {
    return answer.entity(only(whole)).header("ETag", Scim.tag(version)).build();
  }

  /** Names at the top: of {@code name.givenName} it is {@code name}. */
  private Set<String> names(String parameter) {
    return param(parameter)
        .map(
            text ->
                Arrays.stream(text.split(",", -1))
                    .map(name -> name.strip().replaceFirst("^urn:[\\w.:-]+:(?=[A-Za-z])", ""))
                    .map(name -> name.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(HashSet::new)))
        .<Set<String>>map(Set::copyOf)
        .orElse(Set.of());
  }

  private int number(String name, int otherwise) {
    try {
      return param(name).map(Integer::valueOf).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw Scim.no("invalidValue");
    }
  }

  private Optional<String> param(String name) {
    return Optional.ofNullable(call.uri().getQueryParameters().getFirst(name))
        .filter(text -> !text.isBlank());
  }
}

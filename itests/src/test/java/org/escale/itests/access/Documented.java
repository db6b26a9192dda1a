package org.escale.itests.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One operation of the published document.
 *
 * @param types the media types in which it answers, at least one
 */
record Documented(String method, String path, List<String> types) {
  private static final Pattern VARIABLE = Pattern.compile("([A-Za-z-]+)/\\{([a-z]+)}");

  /** All of them. */
  static List<Documented> all(JsonNode document) {
    var all = new ArrayList<Documented>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(op -> all.add(of(op.getKey(), path.getKey(), op.getValue()))));
    return List.copyOf(all);
  }

  private static Documented of(String method, String path, JsonNode operation) {
    var types = new ArrayList<String>();
    operation
        .path("responses")
        .properties()
        .forEach(
            answer ->
                answer.getValue().path("content").properties().forEach(t -> types.add(t.getKey())));
    types.remove("application/problem+json");
    types.remove("text/event-stream"); // it says by and by what the JSON says at once
    return new Documented(
        method.toUpperCase(Locale.ROOT),
        path,
        types.isEmpty() ? List.of("application/json") : List.copyOf(types));
  }

  /** Where its door is. */
  String door() {
    return path.startsWith("/scim/") ? "" : "/api/v1";
  }

  /** As the table of orders names it. */
  String name() {
    return method + " " + path;
  }

  boolean reads() {
    return method.equals("GET");
  }

  /** Whether it is about one thing. */
  boolean named() {
    return path.contains("{");
  }

  /** What its path is about: the part before the last id; empty where it names none. */
  String family() {
    return VARIABLE.matcher(path).results().map(v -> v.group(1)).reduce("", (a, b) -> b);
  }

  /** Its path for these ids, by what stands before each; empty where one of them is missing. */
  Optional<String> about(Map<String, String> ids) {
    var variables = VARIABLE.matcher(path);
    boolean all = variables.results().allMatch(v -> ids.containsKey(v.group(1)));
    return all
        ? Optional.of(
            VARIABLE.matcher(path).replaceAll(v -> v.group(1) + "/" + ids.get(v.group(1))))
        : Optional.empty();
  }

  /** What its path names, each as something that nobody made. */
  Map<String, String> strange(String id) {
    return VARIABLE
        .matcher(path)
        .results()
        .map(v -> v.group(1))
        .distinct()
        .collect(Collectors.toMap(family -> family, family -> id));
  }
}

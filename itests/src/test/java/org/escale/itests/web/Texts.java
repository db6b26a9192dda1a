package org.escale.itests.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the page says in its three languages. */
final class Texts {
  private static final List<String> LANGUAGES = List.of("fr", "nl", "en");
  private static final String FOLDER = "../bundles/web/src/main/resources/static/texts/";

  private Texts() {}

  /** The words that a setting of one of these kinds has not in one of the languages. */
  static Set<String> missing(String part, JsonNode kinds) throws IOException {
    var missing = new TreeSet<String>();
    for (var language : LANGUAGES) {
      var texts =
          new ObjectMapper().readTree(Files.readString(Path.of(FOLDER, language + ".json")));
      for (var kind : kinds) {
        missing(texts, part, kind).forEach(key -> missing.add(language + " " + key));
      }
    }
    return missing;
  }

  private static Set<String> missing(JsonNode texts, String part, JsonNode kind) {
    var missing = new TreeSet<String>();
    for (var setting : kind.at("/settings")) {
      for (var end : List.of("", ".help")) {
        var name = setting.at("/name").asText() + end;
        var own = part + "." + kind.at("/kind").asText() + "." + name;
        if (!texts.has(own) && !texts.has("setting." + name)) {
          missing.add(own);
        }
      }
    }
    return missing;
  }
}

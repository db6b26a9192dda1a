package org.escale.rest.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.escale.rest.call.Json;

/**
 * A filter: some attributes that equal a value, all of which must match.
 *
 * @param terms value by the attribute's name in lower case
 */
record ScimFilter(Map<String, String> terms) {
  private static final Pattern TERM =
      Pattern.compile(
          "\\G\\s*(?:urn:[\\w.:-]+:)?([a-z][\\w.$-]*)\\s+eq\\s+"
              + "(\"(?:[^\"\\\\]|\\\\.)*\"|true|false|\\d{1,18})\\s*(?:and\\s|$)",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 1000;

  /** All there are. */
  static final ScimFilter ALL = new ScimFilter(Map.of());

  /** Reads it; refuses with {@code invalidFilter} what is not understood. */
  static ScimFilter of(String text) {
    var terms = new TreeMap<String, String>();
    var term = TERM.matcher(text);
    int end = 0;
    while (text.length() <= LONGEST && end < text.length() && term.find()) {
      terms.put(term.group(1).toLowerCase(Locale.ROOT), value(term.group(2)));
      end = term.end();
    }
    if (terms.isEmpty() || end < text.length() || text.stripTrailing().endsWith(" and")) {
      throw Scim.no("invalidFilter");
    }
    return new ScimFilter(terms);
  }

  /** The one that a request asks with, if any. */
  static ScimFilter of(Optional<String> text) {
    return text.map(ScimFilter::of).orElse(ALL);
  }

  /** Whether one of several values is meant. */
  boolean matches(JsonNode value) {
    return terms.entrySet().stream()
        .allMatch(term -> Scim.at(value, term.getKey()).asText().equals(term.getValue()));
  }

  private static String value(String text) {
    try {
      return Json.mapper().readTree(text).asText();
    } catch (JsonProcessingException e) {
      throw Scim.no("invalidFilter");
    }
  }
}

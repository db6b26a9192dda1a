package org.escale.box;

import java.util.Optional;
import java.util.regex.Pattern;

/** The little JSON that the agent speaks: flat objects of texts and numbers. Pure. */
final class Json {
  private Json() {}

  /** A text in quotes. */
  static String text(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' ') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }

  /** The text of a field in a flat object. */
  static Optional<String> field(String object, String name) {
    var found =
        Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
            .matcher(object);
    return found.find()
        ? Optional.of(found.group(1).replace("\\n", "\n").replace("\\/", "/").replace("\\\"", "\""))
        : Optional.empty();
  }
}

package org.escale.store.write;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.word.Reader;
import org.escale.word.Word;

/** How readers and keys of a word stand in the database. */
public final class Marks {
  private static final int LONGEST = 128;

  private Marks() {}

  /** The mark of a reader. */
  public static String reader(Reader reader) {
    return "r:" + reader;
  }

  /** The mark of a key. */
  public static String key(String field, String value) {
    return "k:" + field + "=" + value;
  }

  /**
   * All marks of a word.
   *
   * @throws IllegalArgumentException if a key's value is longer than 128 characters
   */
  static Set<String> of(Word word) {
    return Stream.concat(
            word.readers().stream().map(Marks::reader),
            word.keys().entrySet().stream().map(Marks::checked))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String checked(Map.Entry<String, String> key) {
    if (key.getValue().length() > LONGEST) {
      throw new IllegalArgumentException(key.getKey() + " has at most 128 characters");
    }
    return key(key.getKey(), key.getValue());
  }
}

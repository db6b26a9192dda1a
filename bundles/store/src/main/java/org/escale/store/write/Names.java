package org.escale.store.write;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * The names by which a word is found in the database: whoever reads it and the values of its keys,
 * each once. A name alone says neither that one may read the word nor which key has that value;
 * {@link #match} does.
 */
public final class Names {
  private static final int LONGEST = 128;

  private Names() {}

  /** The name of a reader: what it stands for, or its kind where it stands for nothing else. */
  public static String reader(Reader reader) {
    return reader.of().isEmpty() ? reader.toString() : reader.of();
  }

  /** Whether all these keys of a word have these values. */
  public static boolean match(Word word, Map<String, String> where) {
    return where.isEmpty() || word.keys().entrySet().containsAll(where.entrySet());
  }

  /**
   * All names of a word.
   *
   * @throws IllegalArgumentException if a key's value is longer than 128 characters
   */
  static Set<String> of(Word word) {
    return Stream.concat(
            word.readers().stream().map(Names::reader),
            word.keys().entrySet().stream().map(Names::checked))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String checked(Map.Entry<String, String> key) {
    if (key.getValue().length() > LONGEST) {
      throw new IllegalArgumentException(key.getKey() + " has at most 128 characters");
    }
    return key.getValue();
  }
}

package org.escale.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.booking.Booking;
import org.escale.store.sql.Nanos;
import org.escale.store.text.WordJson;
import org.escale.word.Word;

/** Writes what the first version of the schema held, as its store did. */
final class FirstSchema {
  private static final WordJson JSON = new WordJson();

  private FirstSchema() {}

  /** A word with its marks, and entry {@code seq} that wrote it. */
  static void write(Connection connection, Word word, long seq) throws SQLException {
    var kind = word.getClass().getSimpleName();
    var body = JSON.write(word);
    run(
        connection,
        "insert into word (kind, id, revision, seq, place, at_nanos, body) values (?, ?, 1, ?, 0, ?, ?)",
        kind,
        word.id().value(),
        seq,
        word.at().map(Nanos::near).orElse(0L),
        body);
    for (var mark : marks(word).collect(Collectors.toSet())) {
      run(
          connection,
          "insert into word_mark (kind, mark, id) values (?, ?, ?)",
          kind,
          mark,
          word.id().value());
    }
    var entry =
        "{\"written\":[{\"kind\":\"%s\",\"revision\":1,\"word\":%s}],\"removed\":[]}"
            .formatted(kind, body);
    run(
        connection,
        "insert into journal (seq, at_nanos, by_whom, body) values (?, 0, 'platform', ?)",
        seq,
        entry);
  }

  /** The line and the time that a booking takes. */
  static void occupy(Connection connection, Booking booking) throws SQLException {
    run(
        connection,
        "insert into calendar_line (line, line_no) values (?, 1)",
        booking.space().value());
    run(
        connection,
        "insert into busy (line_no, starts, ends, booking) values (1, ?, ?, ?)",
        Nanos.exact(booking.slot().from()),
        Nanos.exact(booking.slot().to()),
        booking.id().value());
  }

  private static Stream<String> marks(Word word) {
    return Stream.concat(
        word.readers().stream().map(reader -> "r:" + reader),
        word.keys().entrySet().stream().map(key -> "k:" + key.getKey() + "=" + key.getValue()));
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}

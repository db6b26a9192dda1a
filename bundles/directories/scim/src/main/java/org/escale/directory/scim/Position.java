package org.escale.directory.scim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.spi.directory.Cursor;

/**
 * How far a server was read: the time of the latest change there, and a sum over the ids and groups
 * of all who were there. Who left or joined a group cannot be asked for; another sum says it.
 */
record Position(Instant latest, String sum) {
  private static final Pattern SHAPE = Pattern.compile("1;([0-9-]+T[0-9:.]+Z);([0-9a-f.]+)");

  static Optional<Position> of(Cursor cursor) {
    var match = SHAPE.matcher(cursor.value());
    return match.matches()
        ? Optional.of(new Position(Instant.parse(match.group(1)), match.group(2)))
        : Optional.empty();
  }

  /** A place to go on from; where no time is known, one from which all is read. */
  static Cursor cursor(Optional<Instant> latest, String sum) {
    return new Cursor("1;" + latest.map(Instant::toString).orElse("") + ";" + sum);
  }

  /** The same for the same texts in any order. */
  static String sum(Collection<String> texts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      long sum = 0;
      for (var text : texts) {
        sum += ByteBuffer.wrap(digest.digest(text.getBytes(UTF_8))).getLong();
      }
      return texts.size() + "." + Long.toHexString(sum);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}

package org.escale.directory.ldap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.spi.directory.Cursor;
import org.escale.spi.directory.ForeignId;

/**
 * How far a directory was read: the time of the latest change there, and a sum over the ids of all
 * who were there. Who left cannot be asked for by LDAP; another sum says that somebody did.
 */
record Position(String latest, String sum) {
  private static final Pattern SHAPE = Pattern.compile("1;([0-9]{14}[0-9.,]*Z);([0-9a-f.]+)");

  static Optional<Position> of(Cursor cursor) {
    var match = SHAPE.matcher(cursor.value());
    return match.matches()
        ? Optional.of(new Position(match.group(1), match.group(2)))
        : Optional.empty();
  }

  Cursor cursor() {
    return new Cursor("1;" + latest + ";" + sum);
  }

  /** The same for the same ids in any order. */
  static String sum(Collection<ForeignId> ids) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      long sum = 0;
      for (var id : ids) {
        sum += ByteBuffer.wrap(digest.digest(id.value().getBytes(UTF_8))).getLong();
      }
      return ids.size() + "." + Long.toHexString(sum);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}

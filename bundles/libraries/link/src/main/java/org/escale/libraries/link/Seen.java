package org.escale.libraries.link;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was seen of each entry: 8 bytes of its name and 4 of its revision. */
final class Seen {
  static final String NOTHING = "e";
  private static final int NAME = 8;
  private static final int REVISION = 4;

  private final SortedMap<String, Integer> revisions;

  private Seen(SortedMap<String, Integer> revisions) {
    this.revisions = revisions;
  }

  /** Empty if nobody here wrote that. */
  static Optional<Seen> read(String text) {
    if (!text.startsWith(NOTHING)) {
      return Optional.empty();
    }
    try {
      var bytes = ByteBuffer.wrap(Digest.bytes(text.substring(NOTHING.length())));
      if (bytes.remaining() % (NAME + REVISION) != 0) {
        return Optional.empty();
      }
      var revisions = new TreeMap<String, Integer>();
      var name = new byte[NAME];
      while (bytes.hasRemaining()) {
        bytes.get(name);
        revisions.put(Digest.text(name), bytes.getInt());
      }
      return Optional.of(new Seen(revisions));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  Set<String> names() {
    return Collections.unmodifiableSet(revisions.keySet());
  }

  /** Whether it was seen as it is now; {@code now} is empty where it is not there any more. */
  boolean has(String name, Optional<String> now) {
    return now.map(Seen::shortened).equals(Optional.ofNullable(revisions.get(name)));
  }

  Seen with(String name, Optional<String> now) {
    var changed = new TreeMap<>(revisions);
    now.ifPresentOrElse(
        revision -> changed.put(name, shortened(revision)), () -> changed.remove(name));
    return new Seen(changed);
  }

  String text() {
    var bytes = ByteBuffer.allocate(revisions.size() * (NAME + REVISION));
    revisions.forEach((name, revision) -> bytes.put(Digest.bytes(name)).putInt(revision));
    return NOTHING + Digest.text(bytes.array());
  }

  private static int shortened(String revision) {
    return ByteBuffer.wrap(Digest.of(revision, REVISION)).getInt();
  }
}

package org.escale.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.escale.word.Id;

/** Names one event of a centre's own system; a digest, which says nothing of it. */
public record ForeignEventId(String value) implements Id {
  /** Checks the shape. */
  public ForeignEventId {
    Id.checked(value);
  }

  /** The name of what that adapter's system calls so. */
  public static ForeignEventId of(AdapterId adapter, String key) {
    var text = adapter.value() + "\n" + key;
    return new ForeignEventId(UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString());
  }

  @Override
  public String toString() {
    return value;
  }
}

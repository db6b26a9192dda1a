package org.escale.centre.caldav;

import java.util.Map;
import java.util.Optional;

/**
 * What a server says of one thing.
 *
 * @param status of the thing, or 200
 * @param properties that were found, by local name
 */
record Found(String href, int status, Map<String, String> properties) {
  static final String ETAG = "getetag";
  static final String DATA = "calendar-data";
  static final String TOKEN = "sync-token";

  private static final int GONE_FROM = 400;

  /** Copies the properties. */
  Found {
    properties = Map.copyOf(properties);
  }

  boolean gone() {
    return status >= GONE_FROM;
  }

  Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name)).filter(value -> !value.isBlank());
  }

  /** Nothing of what the server said. */
  @Override
  public String toString() {
    return "Found[" + status + "]";
  }
}

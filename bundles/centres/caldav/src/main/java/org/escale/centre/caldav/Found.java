package org.escale.centre.caldav;

import java.util.Map;
import java.util.Optional;

/**
 * What a server says of one thing.
 *
 * @param status of the thing, or 200
 * @param properties that were found, by local name; what stands in one is {@code property/element}
 */
record Found(String href, int status, Map<String, String> properties) {
  static final String ETAG = "getetag";
  static final String DATA = "calendar-data";
  static final String TOKEN = "sync-token";

  static final String PRINCIPAL = "current-user-principal/href";
  static final String HOME = "calendar-home-set/href";
  static final String CALENDAR = "resourcetype/calendar";
  static final String COMPONENTS = "supported-calendar-component-set/comp";
  static final String NAME = "displayname";

  /** What is said of an element that is there and says nothing. */
  static final String THERE = "there";

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

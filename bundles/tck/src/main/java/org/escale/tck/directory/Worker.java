package org.escale.tck.directory;

/**
 * Somebody in the directory that is tried.
 *
 * @param key what the entry keeps whatever else changes; the lab decides where it stands
 * @param active whether the person still works there
 */
public record Worker(String key, String name, String email, String group, boolean active) {
  /** Works there. */
  public Worker(String key, String name) {
    this(key, name, key + "@there.example", "sales", true);
  }
}

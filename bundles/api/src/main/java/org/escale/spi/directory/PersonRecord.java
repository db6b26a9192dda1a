package org.escale.spi.directory;

import java.util.Optional;

/**
 * A person as the other platform knows it.
 *
 * @param company the employer there; empty where the directory is that of one company
 * @param email empty if unknown
 * @param group what rights hang on; empty if there is none
 * @param language fr, nl or en
 * @param active whether the person may still work there
 */
public record PersonRecord(
    ForeignId id,
    Optional<ForeignId> company,
    String name,
    String email,
    String group,
    String language,
    boolean active) {
  @Override
  public String toString() {
    return "PersonRecord";
  }
}

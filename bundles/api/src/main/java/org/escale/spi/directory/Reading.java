package org.escale.spi.directory;

import java.util.List;
import java.util.Set;

/**
 * What was read at once.
 *
 * @param companies all, or those that changed
 * @param people all, or those who changed
 * @param gone whom the other side no longer has; empty where {@code whole} says so already
 * @param whole whether all are in it, so that who is not left
 * @param next the cursor to go on from
 */
public record Reading(
    List<CompanyRecord> companies,
    List<PersonRecord> people,
    Set<ForeignId> gone,
    boolean whole,
    Cursor next) {
  /** The most companies and people together; a directory that gives more is flooding us. */
  public static final int MOST = 50_000;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there are more than {@link #MOST}
   */
  public Reading {
    companies = List.copyOf(companies);
    people = List.copyOf(people);
    gone = Set.copyOf(gone);
    if (companies.size() + people.size() > MOST) {
      throw new IllegalArgumentException("a reading has at most " + MOST + " entries");
    }
  }

  @Override
  public String toString() {
    return "Reading[" + companies.size() + ", " + people.size() + ", whole=" + whole + "]";
  }
}

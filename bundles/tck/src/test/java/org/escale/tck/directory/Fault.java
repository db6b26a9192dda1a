package org.escale.tck.directory;

/** What a broken adapter gets wrong. */
enum Fault {
  NONE,
  ANY_SETTING,
  ID_FROM_MAIL,
  FIRST_PAGE_ONLY,
  ALL_ACTIVE,
  FORGETS_GONE,
  ANY_CURSOR,
  NO_DEADLINE,
  NAMES_IN_TEXT,
  WRITES,
  LEAVES_THREADS
}

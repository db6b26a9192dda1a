package org.escale.federation;

/** What sort of place a space is. */
public enum SpaceKind {
  /** One place at a table. */
  DESK,
  /** A room for several people. */
  ROOM,
  /** A closed office. */
  OFFICE
}

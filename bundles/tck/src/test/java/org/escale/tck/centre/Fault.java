package org.escale.tck.centre;

/** What an adapter can get wrong. */
enum Fault {
  NONE,
  /** Gives what only touches. */
  TOUCHING,
  /** Does not say what is gone. */
  FORGETS_GONE,
  /** Begins again without saying so. */
  NO_RESET,
  /** Another name at each try. */
  NEW_NAME_EACH_TIME,
  /** Takes a lost answer for a no. */
  LOST_IS_REFUSED,
  /** Confirms whatever stands there. */
  BLIND_CONFIRM,
  /** Holds what nobody can tell from firm. */
  FIRM_AT_ONCE,
  /** Says whose event it is. */
  LEAKS,
  /** Claims more than it keeps. */
  OVERCLAIMS,
  /** Leaves something behind. */
  PROBE_WRITES,
  /** Does not look at what it is told. */
  ANY_SETTING,
  /** Waits for ever. */
  NO_DEADLINE,
  /** Notes what it is told each time that it is told. */
  TELLS_TWICE,
  /** Leaves out what came between two looks. */
  SKIPS,
  /** Stops at what it does not understand. */
  STOPS_AT_SCRIBBLES,
  /** Gives back what it was told, as if staff had entered it. */
  ECHOES
}

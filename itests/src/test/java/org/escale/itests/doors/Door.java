package org.escale.itests.doors;

/** A way to ask, as one caller. */
interface Door {
  /** Asks; a refusal is a reply too. */
  Reply ask(Ask ask);

  /** Which one, for messages. */
  String name();
}

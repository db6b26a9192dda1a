package org.escale.libraries.link;

import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.LinkHealth;

/** Finds out whether anybody answers. */
public interface Knock {
  /**
   * Returns if somebody does.
   *
   * @throws CentreException if nobody does, or not sensibly
   */
  void knock() throws CentreException;

  /** How the system is, by knocking. */
  static LinkHealth health(Knock knock) {
    try {
      knock.knock();
      return new LinkHealth(true, "it answers");
    } catch (CentreException silent) {
      return new LinkHealth(false, silent.getMessage());
    }
  }
}

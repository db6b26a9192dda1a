package org.escale.store.write;

import java.sql.SQLException;

/** Another process writes to this database. */
public final class LeaseHeldException extends SQLException {
  private static final long serialVersionUID = 1L;

  LeaseHeldException(String holder) {
    super("another Escale (" + holder + ") works on this database; this one waits for its end");
  }
}

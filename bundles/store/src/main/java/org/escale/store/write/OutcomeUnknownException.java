package org.escale.store.write;

import java.sql.SQLException;

/** The database was told to commit and did not answer. */
final class OutcomeUnknownException extends SQLException {
  private static final long serialVersionUID = 1L;

  OutcomeUnknownException(SQLException cause) {
    super("the commit was not answered", cause.getSQLState(), cause);
  }
}

package org.escale.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** A database that breaks where it is told to. */
final class FailingSource {

  /** Where it breaks. */
  enum Fault {
    /** Nowhere. */
    NONE,
    /** When rows are written: a full disk. */
    WRITING,
    /** A mistake of ours or the driver's after rows were written. */
    MISTAKE,
    /** Commits wait until the fault is over. */
    STILL,
    /** Before a commit. */
    BEFORE_COMMIT,
    /** Before a commit; what was written is not taken back, and Derby shows it, until then. */
    STUCK,
    /** After a commit that worked: the answer is lost. */
    AFTER_COMMIT,
    /** No connection, old or new, works. */
    AWAY
  }

  private final DataSource real;
  private final Set<Connection> stuck = ConcurrentHashMap.newKeySet();
  private volatile Fault fault = Fault.NONE;

  FailingSource(DataSource real) {
    this.real = real;
  }

  void breaks(Fault where) {
    fault = where;
    stuck.forEach(FailingSource::freed);
    stuck.clear();
  }

  private static void freed(Connection stuck) {
    try (stuck) {
      stuck.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  DataSource source() {
    return wrapped(DataSource.class, real);
  }

  private <T> T wrapped(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (target instanceof Connection connection && held(connection, method.getName())) {
                return null;
              }
              before(method.getName());
              try {
                var result = method.invoke(target, arguments);
                after(method.getName());
                return rewrapped(result);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private Object rewrapped(Object result) {
    if (result instanceof Connection connection) {
      return wrapped(Connection.class, connection);
    }
    return result instanceof PreparedStatement statement
        ? wrapped(PreparedStatement.class, statement)
        : result;
  }

  /** Whether that is not done. */
  private boolean held(Connection connection, String method) throws SQLException {
    if (fault == Fault.STUCK && method.equals("commit")) {
      stuck.add(connection);
      throw new SQLException("the log is full", "XSLA1");
    }
    if (stuck.contains(connection) && method.equals("rollback")) {
      throw new SQLException("the log is full", "XSLA1");
    }
    return stuck.contains(connection) && (method.equals("abort") || method.equals("close"));
  }

  private void before(String method) throws SQLException {
    while (fault == Fault.STILL && method.equals("commit")) {
      Thread.onSpinWait();
    }
    if (fault == Fault.WRITING && method.equals("executeBatch")) {
      throw new SQLException("no space left on device", "53100");
    }
    if (fault == Fault.MISTAKE && method.equals("commit")) {
      throw new IllegalStateException("a mistake");
    }
    if (fault == Fault.BEFORE_COMMIT && method.equals("commit")) {
      throw new SQLException("lost before the commit", "08006");
    }
    if (fault == Fault.AWAY && !method.equals("abort")) {
      throw new SQLException("away", "08001");
    }
  }

  private void after(String method) throws SQLException {
    if (fault == Fault.AFTER_COMMIT && method.equals("commit")) {
      throw new SQLException("lost after the commit", "08006");
    }
  }
}

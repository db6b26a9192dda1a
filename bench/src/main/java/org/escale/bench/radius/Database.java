package org.escale.bench.radius;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;

/**
 * The PostgreSQL that FreeRADIUS asks: its own tables as they ship, and one that is made for the
 * question.
 *
 * @param folder of the server's data
 */
record Database(Path folder, int port) {
  private static final Path SCHEMA =
      Path.of("/etc/freeradius/3.0/mods-config/sql/main/postgresql/schema.sql");

  /** Fills all tables. */
  void fill(Members members) throws SQLException, IOException {
    try (var connection = connected();
        var statement = connection.createStatement()) {
      statement.execute(Files.readString(SCHEMA));
      statement.execute("create table member (name text primary key, key text, vlan text)");
      statement.execute(
          "create table visited (session text primary key, name text, began timestamptz,"
              + " ended timestamptz, up bigint, down bigint)");
      var check = new StringBuilder();
      var reply = new StringBuilder();
      var member = new StringBuilder();
      for (int n = 0; n < members.count(); n++) {
        var name = members.name(n);
        check.append(name).append("\tCleartext-Password\t:=\t").append(members.key(n)).append('\n');
        reply.append(name).append("\tTunnel-Type\t:=\tVLAN\n");
        reply.append(name).append("\tTunnel-Medium-Type\t:=\tIEEE-802\n");
        reply.append(name).append("\tTunnel-Private-Group-Id\t:=\t");
        reply.append(members.segment(n)).append('\n');
        member.append(name).append('\t').append(members.key(n)).append('\t');
        member.append(members.segment(n)).append('\n');
      }
      copy(connection, "radcheck (username, attribute, op, value)", check);
      copy(connection, "radreply (username, attribute, op, value)", reply);
      copy(connection, "member (name, key, vlan)", member);
      statement.execute("vacuum analyze");
    }
  }

  private Connection connected() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=escale");
  }

  /** What stands in the table that was made for it. */
  Told.Counted visited() throws IOException {
    try (var connection = connected();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*), count(ended) from visited")) {
      row.next();
      return new Told.Counted(row.getLong(1), row.getLong(2));
    } catch (SQLException away) {
      throw new IOException(away);
    }
  }

  private static void copy(Connection connection, String where, StringBuilder rows)
      throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + where + " from stdin", new StringReader(rows.toString()));
  }

  /** What FreeRADIUS is told of it. */
  String module() {
    return """
    dialect = "postgresql"
    driver = "rlm_sql_postgresql"
    server = "127.0.0.1"
    port = PORT
    login = "escale"
    radius_db = "postgres"
    acct_table1 = "radacct"
    acct_table2 = "radacct"
    postauth_table = "radpostauth"
    authcheck_table = "radcheck"
    groupcheck_table = "radgroupcheck"
    authreply_table = "radreply"
    groupreply_table = "radgroupreply"
    usergroup_table = "radusergroup"
    client_table = "nas"
    group_attribute = "SQL-Group"
    delete_stale_sessions = yes
    pool {
      start = 8
      min = 8
      max = 32
      spare = 10
      uses = 0
      lifetime = 0
      idle_timeout = 60
    }
    """
        .replace("PORT", Integer.toString(port));
  }

  /** CPU time of its processes that live. */
  Duration cpu() {
    try {
      var pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
      return ProcessHandle.of(pid).map(Processes::cpu).orElse(Duration.ZERO);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}

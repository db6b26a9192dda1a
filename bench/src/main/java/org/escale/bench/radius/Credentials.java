package org.escale.bench.radius;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where FreeRADIUS finds members, and what it does with what gear tells. */
interface Credentials {
  /** What is printed. */
  String name();

  /** Its own part of {@code modules}. */
  String modules();

  /** How a request is decided. */
  String authorize();

  /** Writes files that the modules read. */
  default void write(Path folder) throws IOException {}

  /** Each member in FreeRADIUS's own file. */
  record InFiles(Members members) implements Credentials {
    @Override
    public String name() {
      return "FreeRADIUS, files";
    }

    @Override
    public String modules() {
      return "files {\nusersfile = ${confdir}/users\n}";
    }

    @Override
    public String authorize() {
      return "files";
    }

    @Override
    public void write(Path folder) throws IOException {
      try (var users = Files.newBufferedWriter(folder.resolve("users"))) {
        for (int n = 0; n < members.count(); n++) {
          users.write(
              """
              %s Cleartext-Password := "%s"
              \tTunnel-Type = VLAN, Tunnel-Medium-Type = IEEE-802, Tunnel-Private-Group-Id = "%d"

              """
                  .formatted(members.name(n), members.key(n), members.segment(n)));
        }
      }
    }
  }

  /**
   * In PostgreSQL.
   *
   * @param connection what is in the module's {@code sql} to reach it
   */
  record InDatabase(String connection, boolean tuned) implements Credentials {
    @Override
    public String name() {
      return tuned ? "FreeRADIUS, PostgreSQL tuned" : "FreeRADIUS, PostgreSQL stock";
    }

    @Override
    public String modules() {
      return "sql {\n"
          + connection
          + (tuned
              ? "read_clients = no\nread_groups = no\nread_profiles = no\nsql_user_name = \"%{User-Name}\"\n"
              : "")
          + "$INCLUDE /etc/freeradius/3.0/mods-config/sql/main/postgresql/queries.conf\n}";
    }

    @Override
    public String authorize() {
      return !tuned
          ? "sql"
          : """
          update request {
            Tmp-String-0 := "%{sql:SELECT key || ' ' || vlan FROM member WHERE name = '%{User-Name}'}"
          }
          if (&Tmp-String-0 =~ /^([^ ]+) ([0-9]+)$/) {
            update control { Cleartext-Password := "%{1}" }
            update reply {
              Tunnel-Type := VLAN
              Tunnel-Medium-Type := IEEE-802
              Tunnel-Private-Group-Id := "%{2}"
            }
          }
          """;
    }
  }
}

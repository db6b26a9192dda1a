package org.escale.bench.radius;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** Where FreeRADIUS finds members, and what it does with what gear tells. */
interface Credentials {
  /** What is printed. */
  String name();

  /** Its own part of {@code modules}. */
  String modules();

  /** How a request is decided. */
  String authorize();

  /** What it does with what gear tells. */
  String accounting();

  /** What stands there of all that gear told. */
  Told.Counted counted(Path folder) throws IOException;

  /** CPU time of what else works for it. */
  default Duration cpu() {
    return Duration.ZERO;
  }

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
      return "files {\nusersfile = ${confdir}/users\n}\n"
          + "detail {\nfilename = ${confdir}/detail\npermissions = 0600\n}";
    }

    @Override
    public String authorize() {
      return "files";
    }

    @Override
    public String accounting() {
      return "detail";
    }

    @Override
    public Told.Counted counted(Path folder) throws IOException {
      try (var lines = Files.lines(folder.resolve("detail"))) {
        var kinds =
            lines
                .filter(line -> line.contains("Acct-Status-Type = "))
                .collect(
                    Collectors.partitioningBy(
                        line -> line.endsWith("Stop"), Collectors.counting()));
        return new Told.Counted(kinds.get(false), kinds.get(true));
      }
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

  /** In PostgreSQL. */
  record InDatabase(Database database, boolean tuned) implements Credentials {
    @Override
    public String name() {
      return tuned ? "FreeRADIUS, PostgreSQL tuned" : "FreeRADIUS, PostgreSQL stock";
    }

    @Override
    public String modules() {
      return "sql {\n"
          + database.module()
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

    @Override
    public String accounting() {
      return !tuned
          ? "sql"
          : """
          if (&Acct-Status-Type == Start) {
            update request {
              Tmp-String-1 := "%{sql:INSERT INTO visited (session, name, began) VALUES ('%{Acct-Session-Id}', '%{User-Name}', to_timestamp(%{integer:Event-Timestamp}))}"
            }
          }
          elsif (&Acct-Status-Type == Stop) {
            update request {
              Tmp-String-1 := "%{sql:UPDATE visited SET ended = to_timestamp(%{integer:Event-Timestamp}), up = %{Acct-Input-Octets}, down = %{Acct-Output-Octets} WHERE session = '%{Acct-Session-Id}'}"
            }
          }
          if (&Tmp-String-1 == "1") {
            done
          }
          else {
            lost
          }
          """;
    }

    @Override
    public Told.Counted counted(Path folder) throws IOException {
      return database.visited();
    }

    @Override
    public Duration cpu() {
      return database.cpu();
    }
  }
}

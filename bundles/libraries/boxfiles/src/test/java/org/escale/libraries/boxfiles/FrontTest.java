package org.escale.libraries.boxfiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.escale.libraries.boxfiles.Programs.Ended;
import org.escale.libraries.boxfiles.front.Front;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the operator's file of facts becomes, and what it may not say. */
public class FrontTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private final List<String> good = new ArrayList<>();
  private Path room;

  @Before
  public void aCertificate() throws IOException {
    room = temporary.getRoot().toPath();
    var made =
        Programs.run(
            room,
            ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
                    + " -keyout front.key -out front.pem -days 2 -subj /CN=front")
                .split(" ", -1));
    assertTrue(made.said(), made.well());
    good.addAll(
        List.of(
            "realm=escale.example",
            "keys=" + room,
            "listen=127.0.0.1",
            "access-port=1812",
            "accounting-port=1813",
            "hub-access-port=11812",
            "hub-accounting-port=11813",
            "gear.hall.address=192.0.2.7",
            "gear.hall.from=127.0.1.1",
            "gear.hall.secret=a-secret-of-20-signs",
            "gear.attic.address=192.0.2.8",
            "gear.attic.from=127.0.1.2",
            "gear.attic.secret=a-secret-of-20-sighs",
            "federation.other.realm=other.example",
            "federation.other.address=192.0.2.99",
            "federation.other.port=1812",
            "federation.other.secret=their-secret-of-23-signs",
            "federation.other.segment=200"));
  }

  @Test
  public void freeRadiusTakesTheFolderThatOnlyItsOwnerReads() throws IOException {
    var ended = checked(good);
    assertTrue(ended.said(), ended.well());
    assertTrue(ended.said(), ended.said().contains("Configuration appears to be OK"));
    var rights = Files.getPosixFilePermissions(room.resolve("front"));
    assertEquals("rwx------", PosixFilePermissions.toString(rights));
  }

  @Test
  public void freeRadiusRefusesABadFile() throws IOException {
    checked(good);
    var file = room.resolve("front/radiusd.conf");
    Files.writeString(file, Files.readString(file).replace("virtual_server = inner", "virtual"));
    assertFalse(freeRadius().well());
  }

  @Test
  public void whatCouldBreakOutIsRefusedAndNothingIsWritten() {
    for (var bad :
        List.of(
            "realm=x\\n}",
            "realm=escale.example\" }",
            "keys=/tmp/a\"b",
            "keys=relative",
            "listen=everywhere",
            "access-port=0",
            "access-port=65536",
            "hub-access-port=x",
            "gear.hall.address=192.0.2.7 }",
            "gear.hall.address=192.0.2.8",
            "gear.hall.from=192.0.2.7",
            "gear.hall.from=127.0.1.2",
            "gear.hall.secret=short",
            "gear.hall.secret=a-secret-of-20-sign\"",
            "gear.hall.secret=a-secret-of-${name}-x",
            "gear.hall.federation=perhaps",
            "gear.hall.colour=green",
            "gear.Hall.address=192.0.2.9",
            "federation.other.realm=escale.example",
            "federation.other.segment=1",
            "federation.other.segment=4095",
            "nonsense=1")) {
      assertThrows(bad, IllegalArgumentException.class, () -> write(changed(bad)));
      assertFalse(bad, Files.exists(room.resolve("front")));
    }
  }

  @Test
  public void eachLineIsNeeded() {
    for (var line : good) {
      var fewer = new ArrayList<>(good);
      fewer.remove(line);
      assertThrows(line, IllegalArgumentException.class, () -> write(fewer));
    }
  }

  private List<String> changed(String line) {
    var name = line.substring(0, line.indexOf('=') + 1);
    var lines = new ArrayList<>(good);
    lines.removeIf(old -> old.startsWith(name));
    lines.add(line);
    return lines;
  }

  private void write(List<String> lines) throws IOException {
    Files.write(room.resolve("facts"), lines);
    Front.write(room.resolve("facts"), room.resolve("front"));
  }

  private Ended checked(List<String> lines) throws IOException {
    write(lines);
    return freeRadius();
  }

  private Ended freeRadius() throws IOException {
    return Programs.run(room, "freeradius", "-d", room.resolve("front").toString(), "-XC");
  }
}

package org.escale.itests.gear;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.escale.itests.process.Distribution;
import org.escale.itests.process.Finished;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The Debian package of a box's agent, installed by dpkg on a copy of this machine's Debian (an
 * overlay in a mount namespace, so root is needed) and used as its units do, until it is purged.
 */
public class BoxPackageIT {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aPlainDebianBecomesABoxByOnePackageAndOneFile() throws IOException {
    var script = folder.getRoot().toPath().resolve("install.sh");
    try (var text = BoxPackageIT.class.getResourceAsStream("install-box.sh")) {
      Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
    }
    var said = folder.getRoot().toPath().resolve("said");
    Path box = Distribution.root().resolve("bundles/box/target/escale-box.deb");
    var all =
        Finished.of(
            new ProcessBuilder(
                "sh", "-c", "sh \"$0\" \"$1\" > \"$2\"", "" + script, "" + box, "" + said));
    assertEquals(all.output(), 0, all.code());
    assertEquals(
        """
        == units
        sound
        == before
        without the hub: no enrolment file
        == adopted
        700 root /var/lib/escale-box
        600 root /var/lib/escale-box/enrolment
        hub http://127.0.0.1:9
        token secret
        == run
        without the hub: it cannot be reached
        600 /var/lib/escale-box/own.key
        == again
        1
        == purged
        """,
        Files.readString(said));
  }
}

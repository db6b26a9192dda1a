package org.escale.itests.badday;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.escale.tck.machine.Ports;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Ten times SIGKILL under load on each database, twenty in all; the store's own test kills its part
 * twenty times more on each.
 */
public class KillLoopIT {
  private static final int KILLS = 10;
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void b1_b2_b3_onDerbyNothingAcknowledgedIsLostOrDoubled() throws Exception {
    new KillLoop(data()).run(KILLS);
  }

  @Test
  public void b1_b2_b3_onPostgresqlNothingAcknowledgedIsLostOrDoubled() throws Exception {
    try (var postgres = EmbeddedPostgres.builder().setPort(Ports.free()).start()) {
      var url =
          "postgresql://postgres:postgres@127.0.0.1:%d/postgres".formatted(postgres.getPort());
      new KillLoop(data(), "--postgres", url).run(KILLS);
    }
  }

  private Path data() {
    return folder.getRoot().toPath().resolve("data");
  }
}

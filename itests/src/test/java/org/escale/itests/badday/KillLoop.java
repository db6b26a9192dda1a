package org.escale.itests.badday;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;

/**
 * Kills the whole process with SIGKILL in the middle of bookings, again and again, and holds what
 * it then says against what its clients were told (laws B1, B2, B3, E6).
 */
final class KillLoop {
  private static final int ACKNOWLEDGED_EACH = 25;
  private final Path data;
  private final String[] options;
  private final Ledger ledger = new Ledger();
  private Optional<Field> field = Optional.empty();

  KillLoop(Path data, String... options) {
    this.data = data;
    this.options = options;
  }

  void run(int kills) {
    for (int round = 0; round < kills; round++) {
      try (var escale = start()) {
        new Audit(escale, ledger).finishWhatWasOpen();
        killUnderLoad(escale, round);
      }
    }
    try (var escale = start()) {
      var audit = new Audit(escale, ledger);
      audit.finishWhatWasOpen();
      audit.check();
    }
  }

  private void killUnderLoad(EscaleProcess escale, int round) {
    var here = field.orElseGet(() -> Field.of(escale));
    field = Optional.of(here);
    int before = ledger.size();
    var member = escale.accounts().first("member");
    var storm = new Storm(escale.http(member), here, ledger, round);
    try {
      Awaitility.await("bookings under load")
          .atMost(Duration.ofSeconds(60))
          .until(() -> ledger.size() >= before + ACKNOWLEDGED_EACH);
      escale.kill();
    } finally {
      storm.close();
    }
  }

  private EscaleProcess start() {
    return EscaleProcess.start(data, options).awaitReady();
  }
}

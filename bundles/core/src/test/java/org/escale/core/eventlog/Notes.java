package org.escale.core.eventlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.core.fixture.ToyVault;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.GatewayEvent;

/** Events to be noted, and logs that note them. */
final class Notes {
  static final CentreId HERE = new CentreId("here");
  private static final GatewayId GATEWAY = new GatewayId("gw");

  private Notes() {}

  static GatewayEvent event(long sequence, String grant) {
    var at = Instant.parse("2027-03-01T08:00:00.123456789Z").plusSeconds(sequence);
    var attachment = new Attachment(GATEWAY, "02004c4f4f50", "handle \u00e9 " + sequence);
    return new GatewayEvent(
        GATEWAY,
        sequence,
        GatewayEvent.Kind.ALIVE,
        new GrantId(grant),
        at,
        sequence % 2 == 0 ? Optional.empty() : Optional.of(attachment));
  }

  /** Those from one number to another, each of another grant. */
  static List<GatewayEvent> events(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(n -> event(n, "grant-" + n)).toList();
  }

  static EventLog log(Path folder, ToyReports reports) {
    return log(folder, reports, 1L << 20);
  }

  static EventLog log(Path folder, ToyReports reports, long most) {
    return new EventLog(Optional.of(folder), reports, new ToyVault(), most);
  }

  /** A log that was left in that folder tells all it has. */
  static void drain(Path folder, ToyReports reports) throws IOException {
    try (var log = log(folder, reports)) {
      drained(log);
    }
  }

  static void drained(EventLog log) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(log::drained);
  }

  /** The folder as it is now: what is left if the process is killed at this moment. */
  static Path killed(Path folder, Path copy) throws IOException {
    Files.createDirectories(copy);
    for (var file : files(folder)) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
    return copy;
  }

  static List<Path> files(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }
}

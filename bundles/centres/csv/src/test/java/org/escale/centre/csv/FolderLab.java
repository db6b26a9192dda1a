package org.escale.centre.csv;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.CentreId;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.CentreLab;

/** A folder of this machine on a bench. */
final class FolderLab implements CentreLab, AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2027-05-01T00:00:00Z"), ZoneOffset.UTC);
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final FileStaff staff;
  private final CsvAdapter adapter = new CsvAdapter(CLOCK);

  FolderLab() throws IOException {
    staff = new FileStaff(Files.createTempDirectory("escale-csv"));
    Files.createDirectory(staff.folder().resolve("in"));
    Files.createDirectory(staff.folder().resolve("out"));
  }

  @Override
  public CentreAdapter adapter() {
    return adapter;
  }

  @Override
  public Optional<InetSocketAddress> address() {
    return Optional.empty();
  }

  @Override
  public CentreConfig config(Optional<InetSocketAddress> instead) {
    return config(Map.of());
  }

  @Override
  public CentreConfig broken() {
    return config(Map.of(CsvAdapter.ZONE, "Brussels"));
  }

  CentreConfig config(Map<String, String> more) {
    var settings =
        new HashMap<>(
            Map.of(
                CsvAdapter.PLACE,
                staff.folder().toUri().toString(),
                CsvAdapter.ZONE,
                "Europe/Brussels",
                CsvAdapter.EVENTS,
                "true"));
    settings.putAll(more);
    return new CentreConfig(new CentreId("centre"), ZoneId.of("UTC"), settings, DEADLINE);
  }

  @Override
  public SpaceRef space(String name) throws IOException {
    return staff.begin(name);
  }

  @Override
  public FileStaff staff() {
    return staff;
  }

  Path out(SpaceRef space, String what) {
    return staff.folder().resolve("out/" + space.value() + "." + what + ".csv");
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(staff.folder())) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

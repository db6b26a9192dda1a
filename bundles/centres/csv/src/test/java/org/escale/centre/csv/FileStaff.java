package org.escale.centre.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.Staff;
import org.escale.tck.centre.StaffEvent;
import org.escale.tck.centre.StaffEvent.Shape;

/** A centre's program that exports its bookings by writing a file and renaming it. */
final class FileStaff implements Staff {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(BRUSSELS);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(BRUSSELS);
  private static final AtomicInteger SPACES = new AtomicInteger();

  private final Path folder;
  private final Map<SpaceRef, Map<String, String>> written = new HashMap<>();

  FileStaff(Path folder) {
    this.folder = folder;
  }

  SpaceRef begin(String name) throws IOException {
    var space = new SpaceRef(name + "-" + SPACES.incrementAndGet());
    written.put(space, new TreeMap<>());
    save(space);
    return space;
  }

  @Override
  public Set<Shape> shapes() {
    return EnumSet.of(Shape.ONCE, Shape.WHOLE_DAY, Shape.TRANSPARENT, Shape.CANCELLED);
  }

  @Override
  public void write(SpaceRef space, StaffEvent event) throws IOException {
    var times = event.shape() == Shape.WHOLE_DAY ? DAY : WALL;
    var status =
        switch (event.shape()) {
          case TRANSPARENT -> "free";
          case CANCELLED -> "cancelled";
          default -> "";
        };
    var from = times.format(event.slot().from());
    var to = times.format(event.slot().to());
    var row = String.join(";", event.name(), "\"" + event.summary() + "\"", from, to, status);
    written.get(space).put(event.name(), row);
    save(space);
  }

  /** Who takes one of ours away says so, because it stands in a file that is not theirs. */
  @Override
  public void remove(SpaceRef space, String name) throws IOException {
    written.get(space).remove(name);
    if (Key.of(name).isPresent()) {
      var row = name + ";gone;2027-01-01 08:00;2027-01-01 09:00;cancelled";
      written.get(space).put(name, row);
    }
    save(space);
  }

  @Override
  public String reads(SpaceRef space) throws IOException {
    var ours = folder.resolve("out/" + space.value() + ".bookings.csv");
    return Files.readString(folder.resolve("in/" + space.value() + ".csv"))
        + (Files.exists(ours) ? Files.readString(ours) : "");
  }

  /** A file as some other program writes it. */
  void put(SpaceRef space, byte[] content) throws IOException {
    var fresh = folder.resolve("in/" + space.value() + ".tmp");
    Files.write(fresh, content);
    Files.move(
        fresh,
        folder.resolve("in/" + space.value() + ".csv"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  Path folder() {
    return folder;
  }

  private void save(SpaceRef space) throws IOException {
    var text = new StringBuilder("\uFEFFKey;Title;From;To;Status\r\n");
    written.get(space).values().forEach(row -> text.append(row).append("\r\n"));
    put(space, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}

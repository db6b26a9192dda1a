package org.escale.centre.icalendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.Staff;
import org.escale.tck.centre.StaffEvent;
import org.escale.tck.centre.StaffEvent.Shape;

/** Writes iCalendar files by hand, as a program of the centre would. */
final class PublishingStaff implements Staff {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(BRUSSELS);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(BRUSSELS);

  private final Path folder;
  private final Map<SpaceRef, Map<String, String>> written =
      new TreeMap<>(java.util.Comparator.comparing(SpaceRef::value));

  PublishingStaff(Path folder) {
    this.folder = folder;
  }

  SpaceRef publish(String name) throws IOException {
    var space = new SpaceRef(name + ".ics");
    written.put(space, new TreeMap<>());
    save(space);
    return space;
  }

  @Override
  public Set<Shape> shapes() {
    return EnumSet.allOf(Shape.class);
  }

  @Override
  public void write(SpaceRef space, StaffEvent event) throws IOException {
    written.get(space).put(event.name(), text(event));
    save(space);
  }

  @Override
  public void remove(SpaceRef space, String name) throws IOException {
    written.get(space).remove(name);
    save(space);
  }

  @Override
  public String reads(SpaceRef space) throws IOException {
    return Files.readString(folder.resolve(space.value()));
  }

  private void save(SpaceRef space) throws IOException {
    var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//staff//EN\r\n");
    written.get(space).values().forEach(text::append);
    var fresh = Files.createTempFile(folder, "new", ".tmp");
    Files.writeString(fresh, text.append("END:VCALENDAR\r\n"));
    Files.move(fresh, folder.resolve(space.value()), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String text(StaffEvent event) {
    return String.join(
            "\r\n",
            "BEGIN:VEVENT",
            "UID:" + event.name(),
            "DTSTAMP:20261101T000000Z",
            "SUMMARY:" + event.summary(),
            times(event.shape(), event.slot().from(), event.slot().to()),
            "END:VEVENT")
        + "\r\n";
  }

  private static String times(Shape shape, Instant from, Instant to) {
    var utc = "DTSTART:" + UTC.format(from) + "\r\nDTEND:" + UTC.format(to);
    return switch (shape) {
      case ONCE -> utc;
      case TRANSPARENT -> utc + "\r\nTRANSP:TRANSPARENT";
      case CANCELLED -> utc + "\r\nSTATUS:CANCELLED";
      case WHOLE_DAY ->
          "DTSTART;VALUE=DATE:" + DAY.format(from) + "\r\nDTEND;VALUE=DATE:" + DAY.format(to);
      case DAILY -> series(from, to);
    };
  }

  private static String series(Instant from, Instant to) {
    var second = from.atZone(BRUSSELS).plusDays(1).toInstant();
    return String.join(
        "\r\n",
        "DTSTART;TZID=Europe/Brussels:" + WALL.format(from),
        "DTEND;TZID=Europe/Brussels:" + WALL.format(to),
        "RRULE:FREQ=DAILY;COUNT=4",
        "EXDATE;TZID=Europe/Brussels:" + WALL.format(second));
  }
}

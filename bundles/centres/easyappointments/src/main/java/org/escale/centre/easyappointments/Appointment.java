package org.escale.centre.easyappointments;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.escale.libraries.link.Digest;
import org.escale.libraries.link.Inscription;
import org.escale.libraries.link.Troubles;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/**
 * Something that keeps a provider busy. Easy!Appointments writes local times without a zone; one
 * that the change of the clock repeats is taken in its longest sense, so that nothing is promised
 * that may be taken.
 *
 * @param number Easy!Appointments' own, with a letter for what it is
 */
record Appointment(String number, TimeSlot slot, Optional<Inscription> ours) {
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  static Appointment of(String kind, JsonNode item, ZoneId zone) throws CentreException {
    var number = item.path("id").asText("");
    if (number.isEmpty()) {
      throw Troubles.garbled("an appointment has no id");
    }
    try {
      var from = wall(item, "start", zone).withEarlierOffsetAtOverlap().toInstant();
      var to = wall(item, "end", zone).withLaterOffsetAtOverlap().toInstant();
      var ours = Inscription.of(item.path("notes").asText(""));
      return new Appointment(kind + number, new TimeSlot(from, to), ours);
    } catch (DateTimeException | IllegalArgumentException odd) {
      throw Troubles.garbled("an appointment's times cannot be read");
    }
  }

  private static ZonedDateTime wall(JsonNode item, String name, ZoneId zone) {
    return LocalDateTime.parse(item.path(name).asText(), TIME).atZone(zone);
  }

  /** Whether that instant can be written without a zone and read back as the same. */
  static boolean canBeWritten(Instant at, ZoneId zone) {
    var wall = LocalDateTime.ofInstant(at, zone);
    return at.truncatedTo(ChronoUnit.SECONDS).equals(at)
        && zone.getRules().getValidOffsets(wall).size() == 1;
  }

  boolean is(Key key) {
    return ours.filter(mine -> mine.key().equals(key)).isPresent();
  }

  boolean tentative() {
    return ours.filter(Inscription::held).isPresent();
  }

  ForeignEntry entry() {
    var key = ours.map(Inscription::key);
    return new ForeignEntry(Digest.name(number), revision(), List.of(slot), tentative(), key);
  }

  ForeignRef ref(SpaceRef space, Key key) {
    return new ForeignRef(space, key, Digest.name(number), revision());
  }

  private String revision() {
    return Digest.name(slot + " " + tentative());
  }
}

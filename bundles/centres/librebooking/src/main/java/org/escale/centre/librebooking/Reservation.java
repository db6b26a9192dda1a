package org.escale.centre.librebooking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
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
 * A reservation as a list shows it. LibreBooking has no name of ours for it and nothing tentative,
 * so both stand in the title: {@code Escale b1 | b1@here.escale | held}.
 *
 * @param reference LibreBooking's own name
 * @param waits whether somebody there has to approve it yet
 */
record Reservation(String reference, TimeSlot slot, Optional<Inscription> title, boolean waits) {
  /** Lists are in UTC and single reservations in the user's zone; both write the offset. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[XXX][XX]");

  static Reservation of(JsonNode item) throws CentreException {
    var reference = item.path("referenceNumber").asText("");
    if (reference.isEmpty()) {
      throw Troubles.garbled("a reservation has no reference number");
    }
    var title = Inscription.of(item.path("title").asText(""));
    return new Reservation(reference, slot(item), title, item.path("requiresApproval").asBoolean());
  }

  boolean is(Key key) {
    return title.filter(ours -> ours.key().equals(key)).isPresent();
  }

  boolean tentative() {
    return waits || title.filter(Inscription::held).isPresent();
  }

  ForeignEntry entry() {
    var key = title.map(Inscription::key);
    return new ForeignEntry(Digest.name(reference), revision(), List.of(slot), tentative(), key);
  }

  ForeignRef ref(SpaceRef space, Key key) {
    return new ForeignRef(space, key, Digest.name(reference), revision());
  }

  private String revision() {
    return Digest.name(slot + " " + tentative());
  }

  private static TimeSlot slot(JsonNode item) throws CentreException {
    try {
      return new TimeSlot(
          OffsetDateTime.parse(item.path("startDate").asText(), TIME).toInstant(),
          OffsetDateTime.parse(item.path("endDate").asText(), TIME).toInstant());
    } catch (DateTimeException | IllegalArgumentException odd) {
      throw Troubles.garbled("a reservation's times cannot be read");
    }
  }
}

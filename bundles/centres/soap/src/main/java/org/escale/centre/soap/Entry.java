package org.escale.centre.soap;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.libraries.link.Digest;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/**
 * An entry as the service names it. Its id and revision leave this bundle as digests only, because
 * staff may have chosen them.
 */
record Entry(
    String id, String revision, boolean tentative, Optional<Key> key, List<TimeSlot> slots) {
  private static final int LONGEST = 200;

  static Entry of(Answered part) throws LostException {
    var slots = new ArrayList<TimeSlot>();
    for (var slot : part.parts("slot")) {
      slots.add(slot(slot));
    }
    slots.sort(java.util.Comparator.comparing(TimeSlot::from));
    return new Entry(
        name(part, "id"),
        name(part, "revision"),
        part.yes("tentative"),
        part.textIfThere("key").flatMap(Key::of),
        slots);
  }

  /** As the rest of the house sees it. */
  ForeignEntry foreign() {
    return new ForeignEntry(opaqueId(), opaqueRevision(), slots, tentative, key);
  }

  ForeignRef ref(SpaceRef space, Key ours) {
    return new ForeignRef(space, ours, opaqueId(), opaqueRevision());
  }

  boolean is(ForeignRef ref) {
    return opaqueRevision().equals(ref.revision());
  }

  private String opaqueId() {
    return Digest.name(id);
  }

  private String opaqueRevision() {
    return Digest.name(revision + " " + tentative);
  }

  private static String name(Answered part, String name) throws LostException {
    var text = part.text(name);
    if (text.isEmpty() || text.length() > LONGEST) {
      throw LostException.garbled("an entry's " + name + " has not 1 to 200 characters");
    }
    return text;
  }

  private static TimeSlot slot(Answered part) throws LostException {
    try {
      return new TimeSlot(
          OffsetDateTime.parse(part.text("from")).toInstant(),
          OffsetDateTime.parse(part.text("to")).toInstant());
    } catch (DateTimeException | IllegalArgumentException odd) {
      throw LostException.garbled("an entry's slot is none");
    }
  }
}

package org.escale.core.centres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.escale.core.secrets.Sha256;
import org.escale.federation.OpeningHours;
import org.escale.federation.Space;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.Key;
import org.escale.word.TimeSlot;

/**
 * The hours that a centre ceded, as its staff sees them in its own system: what of them nobody has
 * booked yet stands there as entries of ours, each under a key made of its space and time. Pure.
 */
final class Blocks {
  /** How far ahead they are shown, in days, today among them. */
  static final int DAYS = 28;

  private static final String PREFIX = "ceded-";

  /** 128 bits, in hexadecimal digits. */
  private static final int NAME = 32;

  private Blocks() {}

  /** Whether an entry of ours is ceded hours and not a booking. */
  static boolean is(Key key) {
    return key.booking().startsWith(PREFIX);
  }

  /** What is to stand there now, by key, in order; nothing where no hours were named. */
  static Map<Key, TimeSlot> wanted(Space space, List<TimeSlot> busy, Instant now, String issuer) {
    var wanted = new LinkedHashMap<Key, TimeSlot>();
    if (space.truth() == TruthMode.ALLOTMENT) {
      space.ceded().stream()
          .flatMap(hours -> ahead(hours, now))
          .flatMap(slot -> left(slot, busy).stream())
          .filter(slot -> slot.to().isAfter(now))
          .forEach(slot -> wanted.put(key(space, slot, issuer), slot));
    }
    return wanted;
  }

  /** Whole openings, so that the one that has begun keeps its name until it is over. */
  private static Stream<TimeSlot> ahead(OpeningHours hours, Instant now) {
    var today = now.atZone(hours.zone()).toLocalDate();
    return today.datesUntil(today.plusDays(DAYS)).flatMap(date -> hours.on(date).stream());
  }

  private static List<TimeSlot> left(TimeSlot ceded, List<TimeSlot> busy) {
    var left = new ArrayList<TimeSlot>();
    var from = ceded.from();
    for (var taken : busy) {
      if (ceded.overlaps(taken)) {
        if (from.isBefore(taken.from())) {
          left.add(new TimeSlot(from, taken.from()));
        }
        from = from.isBefore(taken.to()) ? taken.to() : from;
      }
    }
    if (from.isBefore(ceded.to())) {
      left.add(new TimeSlot(from, ceded.to()));
    }
    return left;
  }

  private static Key key(Space space, TimeSlot slot, String issuer) {
    var name = Sha256.of(space.id() + "\n" + slot.from() + "\n" + slot.to());
    return new Key(PREFIX + name.substring(0, NAME), issuer);
  }
}

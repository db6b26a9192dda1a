package org.escale.tck.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.adapter.ForeignTime;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.federation.SpaceId;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/** Live bookings by what they occupy, and what centres' own systems say of a line. */
final class MemoryLines {
  private final Map<SpaceId, Map<String, Booking>> booked = new HashMap<>();
  private final Map<SpaceId, Map<String, ForeignTime>> mirrored = new HashMap<>();

  /** One word is so in place of how it was. */
  void change(Optional<? extends Word> was, Optional<? extends Word> is) {
    was.ifPresent(
        word -> {
          occupied(word).forEach(line -> booked.get(line).remove(word.id().value()));
          if (word instanceof ForeignTime time) {
            mirrored.get(time.space()).remove(time.id().value());
          }
        });
    is.ifPresent(
        word -> {
          occupied(word).forEach(line -> of(booked, line).put(word.id().value(), (Booking) word));
          if (word instanceof ForeignTime time) {
            of(mirrored, time.space()).put(time.id().value(), time);
          }
        });
  }

  /** Live bookings that occupy a line. */
  Collection<Booking> booked(SpaceId line) {
    return booked.getOrDefault(line, Map.of()).values();
  }

  /** Live bookings that occupy a line within {@code slot}, in order. */
  List<BookingId> bookings(SpaceId line, TimeSlot slot) {
    return booked(line).stream()
        .filter(booking -> booking.slots().stream().anyMatch(slot::overlaps))
        .sorted(Comparator.comparing(booking -> booking.slots().get(0).from()))
        .map(Booking::id)
        .toList();
  }

  /** What occupies a line within {@code slot}, in order. */
  List<TimeSlot> busy(SpaceId line, TimeSlot slot) {
    return Stream.concat(
            booked(line).stream().flatMap(booking -> booking.slots().stream()), mirrored(line))
        .filter(slot::overlaps)
        .sorted(Comparator.comparing(TimeSlot::from))
        .toList();
  }

  /** What a centre's own system says of a line, in no order. */
  Stream<TimeSlot> mirrored(SpaceId line) {
    return mirrored.getOrDefault(line, Map.of()).values().stream()
        .flatMap(time -> time.slots().stream());
  }

  private static List<SpaceId> occupied(Word word) {
    return word instanceof Booking booking && booking.state().live()
        ? booking.occupies()
        : List.of();
  }

  private static <W> Map<String, W> of(Map<SpaceId, Map<String, W>> lines, SpaceId line) {
    return lines.computeIfAbsent(line, l -> new LinkedHashMap<>());
  }
}

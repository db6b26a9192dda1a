package org.escale.rest.booking;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.booking.BookingId;
import org.escale.client.MemberId;
import org.escale.federation.ExtraId;
import org.escale.federation.SpaceId;
import org.escale.rest.call.Need;
import org.escale.service.BookingOffice.Wanted;
import org.escale.word.TimeSlot;

/**
 * A wish to book.
 *
 * @param id chosen by the client, if it likes
 * @param from the start with its offset; or {@code fromLocal} in the centre's wall time
 * @param to the end with its offset; or {@code toLocal}
 * @param memberId for whom; the caller's own member where left out
 * @param people from 1, one where left out
 * @param lines equipment and catering
 * @param holdFor hold only, at most PT15M
 */
public record BookingOrder(
    Optional<String> id,
    Optional<String> spaceId,
    Optional<String> from,
    Optional<String> to,
    Optional<String> fromLocal,
    Optional<String> toLocal,
    Optional<String> memberId,
    Optional<Integer> people,
    Optional<List<OrderLine>> lines,
    Optional<String> holdFor) {
  private static final int MOST_LINES = 20;
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(15);

  /** So many of an extra, from 1. */
  public record OrderLine(Optional<String> extraId, Optional<Integer> quantity) {}

  /** The space. */
  SpaceId space() {
    return Need.id("spaceId", spaceId, SpaceId::new);
  }

  /** The wish for that time. */
  Wanted wanted(TimeSlot slot, Optional<String> series) {
    int heads = people.orElse(1);
    Need.check("people", heads >= 1 && heads <= 2000);
    return new Wanted(
        id.map(text -> Need.read("id", text, BookingId::new)),
        space(),
        slot,
        memberId.map(text -> Need.read("memberId", text, MemberId::new)),
        heads,
        extras(),
        hold(),
        series);
  }

  /** The same wish at another time. */
  BookingOrder at(BookingMove time) {
    return new BookingOrder(
        id,
        spaceId,
        time.from(),
        time.to(),
        time.fromLocal(),
        time.toLocal(),
        memberId,
        people,
        lines,
        holdFor);
  }

  private Optional<Duration> hold() {
    var hold = holdFor.map(text -> Need.duration("holdFor", text));
    Need.check(
        "holdFor",
        hold.isEmpty()
            || (hold.get().compareTo(Duration.ZERO) > 0
                && hold.get().compareTo(LONGEST_HOLD) <= 0));
    return hold;
  }

  private Map<ExtraId, Integer> extras() {
    var wished = lines.orElse(List.of());
    Need.check("lines", wished.size() <= MOST_LINES);
    var extras = new HashMap<ExtraId, Integer>();
    for (var line : wished) {
      int quantity = Need.present("lines.quantity", line.quantity());
      Need.check("lines.quantity", quantity >= 1 && quantity <= 10_000);
      var extra = Need.id("lines.extraId", line.extraId(), ExtraId::new);
      Need.check("lines.extraId", extras.put(extra, quantity) == null);
    }
    return extras;
  }
}

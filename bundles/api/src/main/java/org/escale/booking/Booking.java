package org.escale.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Guest;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * A promise of a space for a time.
 *
 * @param slot when, half open
 * @param people how many will come
 * @param lines equipment and catering booked along
 * @param heldUntil when an unconfirmed hold ends by itself
 * @param walkIn whether it began with a check-in
 * @param series the series it belongs to
 * @param end why it ended, once it has
 * @param move another time that the centre's own system is or was asked for
 */
public record Booking(
    BookingId id,
    CentreId centre,
    SpaceId space,
    Guest guest,
    TimeSlot slot,
    State state,
    int people,
    List<Line> lines,
    Agreement agreement,
    Optional<Instant> heldUntil,
    boolean walkIn,
    Optional<String> series,
    Optional<End> end,
    Optional<Move> move)
    implements Word {

  /** How far a booking is; those of the second row are final. */
  public enum State {
    /** Ours until {@code heldUntil}. */
    HELD,
    /** Waits for the centre. */
    PENDING,
    /** Asked the centre's system, answer unread. */
    UNKNOWN,
    /** Promised. */
    CONFIRMED,
    /** Somebody is there. */
    CHECKED_IN,
    /** Used. */
    FULFILLED,
    /** The centre said no. */
    REJECTED,
    /** The hold ran out. */
    EXPIRED,
    /** Called off. */
    CANCELLED,
    /** Nobody came. */
    NO_SHOW;

    /** Whether it occupies its space: two live bookings of one space never overlap (B1). */
    public boolean live() {
      return compareTo(CHECKED_IN) <= 0;
    }
  }

  /** So many of an extra; for bookable equipment, which pieces. */
  public record Line(org.escale.federation.ExtraId extra, int quantity, List<SpaceId> pieces) {
    /** Copies the pieces. */
    public Line {
      pieces = List.copyOf(pieces);
    }
  }

  /** Who ended it, when and why. */
  public record End(String by, Instant at, String reason) {}

  /** Copies the lines. */
  public Booking {
    lines = List.copyOf(lines);
  }

  /** One that was never asked to move. */
  public Booking(
      BookingId id,
      CentreId centre,
      SpaceId space,
      Guest guest,
      TimeSlot slot,
      State state,
      int people,
      List<Line> lines,
      Agreement agreement,
      Optional<Instant> heldUntil,
      boolean walkIn,
      Optional<String> series,
      Optional<End> end) {
    this(
        id,
        centre,
        space,
        guest,
        slot,
        state,
        people,
        lines,
        agreement,
        heldUntil,
        walkIn,
        series,
        end,
        Optional.empty());
  }

  /**
   * When it occupies what it {@link #occupies()} while live: its own time, and the one that is
   * asked for, so that nobody else is promised either. In order; they neither overlap nor touch.
   */
  public List<TimeSlot> slots() {
    return move.filter(Move::asked)
        .map(asked -> asked.slot().joined(slot))
        .orElseGet(() -> List.of(slot));
  }

  /** The same booking, with another time asked for, or no longer. */
  public Booking asking(Optional<Move> other) {
    return new Booking(
        id, centre, space, guest, slot, state, people, lines, agreement, heldUntil, walkIn, series,
        end, other);
  }

  /** Every calendar line it occupies while live: its space and each piece of equipment. */
  public List<SpaceId> occupies() {
    var all = new ArrayList<SpaceId>();
    all.add(space);
    lines.forEach(line -> all.addAll(line.pieces()));
    return all;
  }

  /** The same booking in another state. */
  public Booking in(State next) {
    return new Booking(
        id, centre, space, guest, slot, next, people, lines, agreement, heldUntil, walkIn, series,
        end, move);
  }

  /** The same booking, promised: nothing makes it run out any more. */
  public Booking promised() {
    return new Booking(
        id,
        centre,
        space,
        guest,
        slot,
        State.CONFIRMED,
        people,
        lines,
        agreement,
        Optional.empty(),
        walkIn,
        series,
        end,
        move);
  }

  /** The same booking, ended. */
  public Booking ended(State last, End why) {
    return new Booking(
        id,
        centre,
        space,
        guest,
        slot,
        last,
        people,
        lines,
        agreement,
        heldUntil,
        walkIn,
        series,
        Optional.of(why),
        move);
  }

  /** The same booking at another time. */
  public Booking at(TimeSlot moved) {
    return new Booking(
        id, centre, space, guest, moved, state, people, lines, agreement, heldUntil, walkIn, series,
        end, move);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(
        Reader.member(guest.person()), Reader.company(guest.company()), Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    var keys = new HashMap<String, String>();
    keys.put("centreId", centre.value());
    keys.put("spaceId", space.value());
    keys.put("guest", guest.person().value());
    keys.put("state", state.name());
    series.ifPresent(s -> keys.put("series", s));
    return keys;
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(slot.from());
  }
}

package org.escale.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.caller.Caller;
import org.escale.client.MemberId;
import org.escale.federation.ExtraId;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes and changes bookings. Refusals in order of precedence: {@code NOT_ALLOWED, NOT_FOUND,
 * INVALID_SLOT, SLOT_IN_PAST}, those of an authorisation, {@code TOO_MANY_PEOPLE, NO_CONNECTIVITY,
 * SPACE_TAKEN, EQUIPMENT_TAKEN}; changes also {@code WRONG_STATE, HOLD_EXPIRED, TOO_LATE,
 * CHANGED_MEANWHILE}. Where a centre's system decides that was not read yet, {@code
 * TEMPORARILY_UNAVAILABLE} with the seconds until it is ({@code retryAfter}).
 */
@ProviderType
public interface BookingOffice {
  /**
   * A wish to book.
   *
   * @param id chosen by the client; made up if empty
   * @param member for whom; the caller's own if empty
   * @param holdFor hold only, for at most 15 minutes; confirmed at once if empty
   * @param extras equipment and catering, quantity from 1
   */
  record Wanted(
      Optional<BookingId> id,
      SpaceId space,
      TimeSlot slot,
      Optional<MemberId> member,
      int people,
      Map<ExtraId, Integer> extras,
      Optional<Duration> holdFor,
      Optional<String> series) {
    /** Copies the extras. */
    public Wanted {
      extras = Map.copyOf(extras);
    }
  }

  /** The answer for one date of a series. */
  record Dated(TimeSlot slot, Optional<Kept<Booking>> booking, Optional<Refusal> refusal) {}

  /** Books or holds; the answer is durable. */
  Outcome<Kept<Booking>> book(Caller caller, Wanted wanted);

  /**
   * HELD to CONFIRMED; the centre alone, where a person decides: PENDING to CONFIRMED, or a booking
   * to the time that was asked for.
   */
  Outcome<Kept<Booking>> confirm(Caller caller, BookingId id);

  /**
   * Moves or extends to another time in the same space, at that revision. Where somebody is there
   * only the end moves, never before now: {@code TOO_LATE} beyond the longest visit. The visit, its
   * session and what is reserved for it move along. Where the centre's own system decides, the new
   * time is asked for ({@link Booking#move()}) and the booking stands as it was until the answer:
   * {@code WRONG_STATE} while one is out. So it is where a person decides, unless it is the centre
   * itself that moves it, or less of its own time is wanted.
   */
  Outcome<Kept<Booking>> move(Caller caller, BookingId id, TimeSlot slot, long revision);

  /**
   * Leaves a booking as it stands: the centre's no to the time that is asked for, or the withdrawal
   * by whoever asked. {@code WRONG_STATE} where none is.
   */
  Outcome<Kept<Booking>> stay(Caller caller, BookingId id);

  /** Cancels; after the terms' limit it is {@code TOO_LATE}. */
  Outcome<Kept<Booking>> cancel(Caller caller, BookingId id, String reason);

  /** The same wish at several times, at most 366: an answer for each, in order. */
  Outcome<List<Dated>> series(Caller caller, Wanted wanted, List<TimeSlot> slots);
}

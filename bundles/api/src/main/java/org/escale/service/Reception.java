package org.escale.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.escale.access.Session;
import org.escale.booking.BookingId;
import org.escale.caller.Caller;
import org.escale.client.MemberId;
import org.escale.federation.CentreId;
import org.escale.presence.Authorisation;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/** Receives people. */
@ProviderType
public interface Reception {
  /** May this member use this centre, and this kind of extra, at {@code at} (now if empty)? */
  record Question(MemberId member, CentreId centre, Optional<String> extra, Optional<Instant> at) {}

  /**
   * Somebody arrives: with a booking, or walking in as a member (the caller's own if empty) at a
   * centre, or showing a check-in code to the desk of one; a booking that fits is then used.
   */
  record Arrival(
      Optional<BookingId> booking,
      Optional<MemberId> member,
      Optional<CentreId> centre,
      Optional<String> code) {
    /** An arrival without a code. */
    public Arrival(
        Optional<BookingId> booking, Optional<MemberId> member, Optional<CentreId> centre) {
      this(booking, member, centre, Optional.empty());
    }
  }

  /** A check-in code of a member, to be shown to a desk until that instant, and once. */
  record Badge(String code, Instant until) {}

  /** A session with its key in clear, for its own person only. */
  record Key(Session session, String key) {}

  /** Answers from memory; a refusal of the law is an answer here, not a refused outcome. */
  Outcome<Authorisation> authorise(Caller caller, Question question);

  /**
   * Checks in: every refusal of an authorisation, in order, after {@code CODE_INVALID,
   * CODE_EXPIRED, CODE_USED} of a code; then the visit and its session exist.
   */
  Outcome<Kept<Visit>> checkIn(Caller caller, Arrival arrival);

  /**
   * A fresh check-in code of the caller itself, good for 60 s (24 h at a centre whose connectivity
   * is down); {@code NOT_FOUND} for anybody else.
   */
  Outcome<Badge> badge(Caller caller, MemberId member);

  /**
   * The code by which that centre's box lets the caller in while the centre's line is away, good
   * for one check-in on that day (today, if empty; 60 days ahead at most). It then is the personal
   * key of that session. {@code NOT_ALLOWED, NOT_FOUND} where there is no box, {@code TOO_LATE}.
   */
  Outcome<Badge> lineCode(Caller caller, MemberId member, CentreId centre, Optional<LocalDate> day);

  /**
   * Checks out; a visit that was ended before answers with that end, and the caller's key is kept
   * with it (law B3).
   */
  Outcome<Kept<Visit>> checkOut(Caller caller, VisitId visit);

  /** The session of a visit with its personal key; only to the visit's own person. */
  Outcome<Key> key(Caller caller, VisitId visit);

  /**
   * A fresh session, with a fresh key, of the caller's own open visit whose session an operator
   * ended; where one still holds, that one. {@code NOT_FOUND, WRONG_STATE} once the visit is over,
   * or while the session before is being cut, {@code NO_SEGMENT}.
   */
  Outcome<Key> freshKey(Caller caller, VisitId visit);
}

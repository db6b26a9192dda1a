package org.escale.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Agreement;
import org.escale.caller.Caller;
import org.escale.client.MemberId;
import org.escale.federation.Centre;
import org.escale.federation.Position;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;
import org.escale.refusal.Outcome;
import org.escale.word.TimeSlot;
import org.osgi.annotation.versioning.ProviderType;

/** Finds the nearest space that this guest may really book. */
@ProviderType
public interface Search {
  /**
   * What is wanted.
   *
   * @param near where from
   * @param slot when; at most 24 h, not in the past, within 400 days
   * @param kind of space, any if empty
   * @param people how many, from 1
   * @param features all of which it must have
   * @param leastStars the least stars, 0 for any
   * @param member for whom; the caller's own if empty
   * @param limit at most so many, 1 to 1000
   */
  record Wish(
      Position near,
      TimeSlot slot,
      Optional<SpaceKind> kind,
      int people,
      Set<String> features,
      int leastStars,
      Optional<MemberId> member,
      int limit) {
    /** Copies the features. */
    public Wish {
      features = Set.copyOf(features);
    }
  }

  /**
   * A space that can be booked now under this agreement; {@code asOf} says how fresh that is.
   *
   * @param confirmed whether it was read within three periods; else nobody has confirmed it lately
   */
  record Found(
      Space space,
      Centre centre,
      Position position,
      int stars,
      double distanceKm,
      Agreement agreement,
      Instant asOf,
      boolean confirmed) {}

  /**
   * What fits, nearest first, then by space id. Refusals: those of an authorisation that hold
   * everywhere, {@code INVALID_SLOT, SLOT_IN_PAST}.
   */
  Outcome<List<Found>> find(Caller caller, Wish wish);
}

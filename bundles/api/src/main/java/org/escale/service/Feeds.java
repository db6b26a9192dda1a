package org.escale.service;

import java.util.List;
import java.util.Optional;
import org.escale.adapter.BusyFeed;
import org.escale.adapter.FeedId;
import org.escale.caller.Caller;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Private addresses at which the programs of centres read when a space is booked through us. Rows
 * are read by Lookup.
 */
@ProviderType
public interface Feeds {
  /** So many of one space at once. */
  int MOST = 20;

  /** So many busy times of one feed; a calendar is given whole or not at all. */
  int LARGEST = 10_000;

  /** A feed just made, and the secret of its address: the only moment at which it is seen. */
  record Opened(String secret, Kept<BusyFeed> feed) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "Opened[" + feed.word().id() + "]";
    }
  }

  /**
   * When somebody has the space.
   *
   * @param id stable for one booking at one space, the same in all its feeds; says nothing
   * @param tentative whether it is not promised yet
   */
  record Busy(String id, TimeSlot slot, boolean tentative) {}

  /** All busy times of a feed, in order of their start. */
  record Times(BusyFeed feed, List<Busy> busy) {
    /** Copies the list. */
    public Times {
      busy = List.copyOf(busy);
    }
  }

  /**
   * Makes an address. Refusals: {@code NOT_ALLOWED, NOT_FOUND, INVALID_FIELD}, {@code
   * TOO_MANY_REQUESTS} beyond {@link #MOST}, {@code ALREADY_EXISTS} under a key that made one
   * before, since the first answer cannot be given again.
   */
  Outcome<Opened> open(Caller caller, SpaceId space, String name);

  /** Ends an address at once. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<FeedId> close(Caller caller, FeedId id);

  /**
   * What somebody reads who knows the secret: our own live bookings from a day ago on, and nothing
   * that a centre's own system told us, so that two who read each other never hear themselves.
   * Empty where no feed has it; {@code TEMPORARILY_UNAVAILABLE} also beyond {@link #LARGEST}.
   */
  Outcome<Optional<Times>> read(String secret);
}

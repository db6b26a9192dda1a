package org.escale.service;

import java.util.List;
import java.util.Optional;
import org.escale.federation.Centre;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.word.TimeSlot;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What this federation tells everybody: its spaces, and when they are free. There only where the
 * operator has switched it on. Read page by page in the order of changes: who goes on from where a
 * page ended, whenever that was within the last {@link #REMEMBERED_DAYS} days, ends with exactly
 * what is so now. Safe for many threads, never waits.
 */
@ProviderType
public interface OpenData {
  /** So long it is told that something is gone. */
  int REMEMBERED_DAYS = 8;

  /** The most items on one page. */
  int MOST = 1000;

  /** What about. */
  enum Kind {
    /** Spaces. */
    SPACE,
    /** Times at which one is free. */
    SLOT
  }

  /** Behind this item: its number and, among those of one number, its id. */
  record Place(long modified, String id) implements Comparable<Place> {
    /** Before the first. */
    public static final Place START = new Place(0, "");

    @Override
    public int compareTo(Place other) {
      int byNumber = Long.compare(modified, other.modified);
      return byNumber == 0 ? id.compareTo(other.id) : byNumber;
    }
  }

  /** What is so: a free time of a space has a slot. */
  record Content(Space space, Centre centre, Site site, Optional<TimeSlot> free) {}

  /** One thing, where it stands in the order; without content it is gone. */
  record Item(Place place, Optional<Content> content) {}

  /**
   * Whom it is told by.
   *
   * @param address where this instance is reached, without a slash at the end
   * @param name what the federation is called
   */
  record Publisher(String address, String name) {}

  /** Who tells it. */
  Publisher publisher();

  /** The first items behind a place, in order; none where nothing has happened since. */
  List<Item> page(Kind kind, Place after, int limit);
}

package org.escale.core.opendata;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.escale.federation.Published;
import org.escale.federation.PublishedId;
import org.escale.service.OpenData.Kind;
import org.escale.service.OpenData.Place;
import org.escale.word.Kept;

/** All that is told of one kind, in the order in which it was written last; immutable. */
final class Edition {
  private final List<Kept<Published>> inOrder;

  private Edition(List<Kept<Published>> inOrder) {
    this.inOrder = inOrder;
  }

  /** Those of that kind. */
  static Edition of(Kind kind, Collection<Kept<Published>> all) {
    return new Edition(
        all.stream()
            .filter(kept -> kind(kept.word()) == kind)
            .sorted(Comparator.comparing(Edition::place))
            .toList());
  }

  /** The first ones behind a place. */
  List<Kept<Published>> after(Place place, int limit) {
    int low = 0;
    int high = inOrder.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place(inOrder.get(middle)).compareTo(place) > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return inOrder.subList(low, Math.min(inOrder.size(), low + limit));
  }

  /** Where it stands: the journal's number, and its name. */
  static Place place(Kept<Published> kept) {
    return new Place(kept.seq(), name(kept.word()));
  }

  /** How followers know it. */
  private static String name(Published word) {
    return word.free().isPresent() ? word.id().value() : word.space().value();
  }

  private static Kind kind(Published word) {
    return word.free().isPresent() ? Kind.SLOT : Kind.SPACE;
  }

  /** The name under which it is kept: the same for the same space and begin. */
  static PublishedId id(String space, Optional<java.time.Instant> from) {
    var about = space + "\n" + from.map(java.time.Instant::toString).orElse("");
    return new PublishedId(Facts.digest(about));
  }
}

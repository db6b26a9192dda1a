package org.escale.libraries.link;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Since;

/** What changed in a system that cannot say so itself, by all that is there now. */
public final class Comparison {
  private Comparison() {}

  /**
   * The next page.
   *
   * @param all what overlaps the window now, each under a {@link Digest#name}
   */
  public static ChangePage page(Collection<ForeignEntry> all, Since since, Instant asOf) {
    var now = new TreeMap<String, ForeignEntry>();
    all.forEach(entry -> now.put(entry.id(), entry));
    var revisions = new TreeMap<String, String>();
    now.forEach((id, entry) -> revisions.put(id, entry.revision()));
    var glance = Glance.at(since.cursor().map(Cursor::value), revisions, since.limit());
    if (glance.reset()) {
      return ChangePage.reset(asOf);
    }
    var changed = glance.changed().stream().map(id -> now.getOrDefault(id, gone(id))).toList();
    return new ChangePage(changed, new Cursor(glance.next()), glance.more(), false, asOf);
  }

  /** What was there and is not any more. */
  public static ForeignEntry gone(String id) {
    return new ForeignEntry(id, "gone", List.of(), false, Optional.empty());
  }
}

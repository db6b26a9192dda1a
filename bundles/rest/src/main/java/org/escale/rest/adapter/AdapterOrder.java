package org.escale.rest.adapter;

import java.util.Map;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.federation.CentreId;
import org.escale.rest.call.Need;

/** An adapter to be installed or changed; what is left out of a change stays as it was. */
public record AdapterOrder(
    Optional<String> id,
    Optional<String> centreId,
    Optional<String> kind,
    Optional<Map<String, String>> settings,
    Optional<Map<String, String>> spaces,
    Optional<String> poll,
    Optional<String> deadline) {
  private static final String POLL = "PT30S";
  private static final String DEADLINE = "PT10S";
  private static final int MOST_SETTINGS = 50;
  private static final int MOST_SPACES = 500;
  private static final int LONGEST = 512;

  /** A new one. */
  InstalledAdapter fresh() {
    return new InstalledAdapter(
        Need.id("id", id, AdapterId::new),
        Need.id("centreId", centreId, CentreId::new),
        Need.text("kind", kind, 64),
        texts("settings", settings.orElse(Map.of()), MOST_SETTINGS),
        texts("spaces", Need.present("spaces", spaces), MOST_SPACES),
        Need.duration("poll", poll.orElse(POLL)),
        Need.duration("deadline", deadline.orElse(DEADLINE)));
  }

  /** What is kept, changed by this; its id, centre and kind stay. */
  InstalledAdapter over(InstalledAdapter old) {
    return new InstalledAdapter(
        old.id(),
        old.centre(),
        old.kind(),
        settings.map(s -> both(old.settings(), s)).orElse(old.settings()),
        spaces.map(s -> texts("spaces", s, MOST_SPACES)).orElse(old.spaces()),
        poll.map(text -> Need.duration("poll", text)).orElse(old.poll()),
        deadline.map(text -> Need.duration("deadline", text)).orElse(old.deadline()));
  }

  private static Map<String, String> both(Map<String, String> old, Map<String, String> changed) {
    var all = new java.util.HashMap<>(old);
    all.putAll(texts("settings", changed, MOST_SETTINGS));
    return all;
  }

  private static Map<String, String> texts(String field, Map<String, String> texts, int most) {
    Need.check(field, texts.size() <= most);
    for (var entry : texts.entrySet()) {
      var value = entry.getValue();
      Need.check(field, value != null && value.length() <= LONGEST);
      Need.check(field, !entry.getKey().isBlank() && entry.getKey().length() <= LONGEST);
    }
    return texts;
  }
}

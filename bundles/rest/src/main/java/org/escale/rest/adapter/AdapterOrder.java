package org.escale.rest.adapter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.federation.CentreId;
import org.escale.rest.call.Need;

/**
 * An adapter to be installed or changed; what is left out of a change stays as it was.
 *
 * @param poll how often a space is looked at, PT5S to P1D; PT30S where left out
 * @param near how often while it is booked within two hours, PT2S to {@code poll}; PT5S
 * @param safety places of each kind that are held back, 0 to 100; 0
 */
public record AdapterOrder(
    Optional<String> id,
    Optional<String> centreId,
    Optional<String> kind,
    Optional<Map<String, String>> settings,
    Optional<Map<String, String>> spaces,
    Optional<String> poll,
    Optional<String> near,
    Optional<Integer> safety,
    Optional<String> deadline) {
  private static final String POLL = "PT30S";
  private static final String DEADLINE = "PT10S";
  private static final int MOST_SETTINGS = 50;
  private static final int MOST_SPACES = 500;
  private static final int LONGEST = 512;

  /** A private key is among them. */
  private static final int LONGEST_SETTING = 4096;

  /** What stands beside the adapters at their path, so that none can be called so. */
  private static final Set<String> TAKEN = Set.of("kinds", "levels");

  /** A new one. */
  InstalledAdapter fresh() {
    Need.check("id", id.filter(TAKEN::contains).isEmpty());
    return new InstalledAdapter(
        Need.id("id", id, AdapterId::new),
        Need.id("centreId", centreId, CentreId::new),
        Need.text("kind", kind, 64),
        settings(settings.orElse(Map.of())),
        spaces(Need.present("spaces", spaces)),
        Need.duration("poll", poll.orElse(POLL)),
        Need.duration("deadline", deadline.orElse(DEADLINE)),
        near.map(text -> Need.duration("near", text)),
        safety.orElse(0),
        Optional.empty(),
        Optional.empty());
  }

  /** What is only looked at: it needs no name, and no spaces. */
  InstalledAdapter wish() {
    var named =
        new AdapterOrder(
            id.or(() -> Optional.of("new")),
            centreId,
            kind,
            settings,
            spaces.or(() -> Optional.of(Map.of())),
            poll,
            near,
            safety,
            deadline);
    return named.fresh();
  }

  /** What is kept, changed by this; its id, centre and kind stay. */
  InstalledAdapter over(InstalledAdapter old) {
    return new InstalledAdapter(
        old.id(),
        old.centre(),
        old.kind(),
        settings.map(s -> both(old.settings(), s)).orElse(old.settings()),
        spaces.map(AdapterOrder::spaces).orElse(old.spaces()),
        poll.map(text -> Need.duration("poll", text)).orElse(old.poll()),
        deadline.map(text -> Need.duration("deadline", text)).orElse(old.deadline()),
        near.map(text -> Need.duration("near", text)).or(old::near),
        safety.orElse(old.safety()),
        old.hook(),
        old.tells());
  }

  private static Map<String, String> both(Map<String, String> old, Map<String, String> changed) {
    var all = new java.util.HashMap<>(old);
    all.putAll(settings(changed));
    return all;
  }

  private static Map<String, String> settings(Map<String, String> all) {
    Need.check("settings", all.size() <= MOST_SETTINGS);
    all.forEach((name, value) -> check("settings", name, value, LONGEST_SETTING));
    return all;
  }

  private static Map<String, String> spaces(Map<String, String> all) {
    Need.check("spaces", all.size() <= MOST_SPACES);
    all.forEach((name, value) -> check("spaces", name, value, LONGEST));
    return all;
  }

  private static void check(String field, String name, String value, int longest) {
    Need.check(field, value != null && value.length() <= longest);
    Need.check(field, !name.isBlank() && name.length() <= LONGEST);
  }
}

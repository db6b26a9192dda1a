package org.escale.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Effects that wait to be done; each stays until it is done. */
@ProviderType
public interface Outbox {

  /** An effect with the number of attempts so far. */
  record Waiting(Effect effect, int attempts) {}

  /**
   * One that waits, as it is shown.
   *
   * @param since when it was committed
   * @param due when it is tried next; empty while it is set aside
   * @param why it was not done when it was tried last
   */
  record Message(Effect effect, int attempts, Instant since, Optional<Instant> due, String why) {}

  /** What waits or is set aside of that kind, oldest first. */
  List<Message> messages(String kind, int limit);

  /** Sets it aside: it is not due until it is replayed. */
  void aside(String key, String why);

  /** It is due at {@code now}, as if it had never been tried. */
  void replay(String key, Instant now);

  /** Effects of that kind that are due at {@code now}, oldest first. */
  List<Waiting> due(String kind, Instant now, int limit);

  /** When the next effect is due, if any waits. */
  Optional<Instant> next();

  /** It is done and never comes again. */
  void done(String key);

  /** It did not work; try again at {@code next}. */
  void again(String key, Instant next, String why);
}

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

  /** Effects of that kind that are due at {@code now}, oldest first. */
  List<Waiting> due(String kind, Instant now, int limit);

  /** When the next effect is due, if any waits. */
  Optional<Instant> next();

  /** It is done and never comes again. */
  void done(String key);

  /** It did not work; try again at {@code next}. */
  void again(String key, Instant next, String why);
}

package org.escale.spi.centre;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** One centre's system; safe for many threads. See the rules at {@link CentreAdapter}. */
@ConsumerType
public interface CentreLink extends AutoCloseable {
  /**
   * What the system can do for that space, by trying.
   *
   * @throws CentreException if it cannot be asked
   */
  Probe probe(SpaceRef space) throws CentreException;

  /**
   * The places that the account can reach (CA7); empty where the system cannot list them, so that a
   * person has to type what it calls them.
   *
   * @throws CentreException if it cannot be asked, or its answer not be read
   */
  default Optional<List<ForeignPlace>> discover() throws CentreException {
    return Optional.empty();
  }

  /** How it is; answers within the deadline, whatever the system does. */
  LinkHealth health();

  /** Its busy times. */
  CentreFeed feed();

  /** Where places are asked for; empty where the system can only be read. */
  Optional<CentreDesk> desk();

  /**
   * What happens at the centre, both ways; empty where the system tells and hears nothing of it.
   */
  default Optional<CentreEvents> events() {
    return Optional.empty();
  }

  @Override
  void close();
}

package org.escale.spi.gateway;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.osgi.annotation.versioning.ProviderType;

/** What the platform offers a gateway; safe for many threads. */
@ProviderType
public interface GatewayHost {
  /**
   * The live grant behind what somebody shows, from the snapshot in memory; never blocks. It is
   * still to be decided upon, and where the claim proves nothing, its key to be checked.
   */
  Optional<AccessGrant> grant(Claim presented);

  /**
   * Whether that device may use that grant: the first one that asks, and no other as long as the
   * grant lives (rule GW10). In memory; never blocks.
   *
   * @param device hardware address, twelve hexadecimal digits in lower case
   */
  boolean admit(GrantId grant, String device);

  /** How the live grants of this centre were last seen in use; for after a restart. */
  Map<GrantId, Attachment> attached();

  /**
   * When somebody was last seen in by that live grant; for after a restart, so that who went
   * meanwhile is not billed until then. Empty where it is not known. In memory; never blocks.
   */
  default Optional<Instant> lastSeen(GrantId grant) {
    return Optional.empty();
  }

  /**
   * Takes events; returns once they are in the database, so that what is read afterwards shows
   * them.
   *
   * @throws IOException if they could not be kept; report them again
   */
  void report(List<GatewayEvent> events) throws IOException;

  /**
   * Takes events; returns once they are on disk. They are in the database a little later, in their
   * order and also if the process ends before: for gear that tells much and waits for an
   * acknowledgement.
   *
   * @throws IOException if they could not be kept; note them again
   */
  default void note(List<GatewayEvent> events) throws IOException {
    report(events);
  }
}

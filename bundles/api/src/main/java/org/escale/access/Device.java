package org.escale.access;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.escale.client.Pseudonym;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A person's device, enrolled when it first came in with a personal key: so that it is known again
 * by its address alone, and so that a session can be cut after everything in memory is lost.
 *
 * @param person whose it is
 * @param sealedAddress its hardware address, encrypted with this instance's key
 * @param grant the last grant that it came in by
 * @param gateway where
 * @param handle what that gateway calls the session; at most 253 characters
 * @param seen when it was last seen to come in
 */
public record Device(
    DeviceId id,
    Pseudonym person,
    String sealedAddress,
    GrantId grant,
    GatewayId gateway,
    String handle,
    Instant seen)
    implements Word {

  /** The same device, come in again. */
  public Device at(GrantId newGrant, GatewayId newGateway, String newHandle, Instant now) {
    return new Device(id, person, sealedAddress, newGrant, newGateway, newHandle, now);
  }

  /** Nobody: it is read by the platform alone. */
  @Override
  public Set<Reader> readers() {
    return Set.of();
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("person", person.value(), "grant", grant.value());
  }
}

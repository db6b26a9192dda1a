package org.escale.access;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A box that sets itself up in a centre: what it is to do, and by what it is known.
 *
 * @param id also the name of the gateway that it is
 * @param plan what it is to do
 * @param token the digest of its one-time token; with the same key it may come again until it ends
 * @param until when the token ends
 * @param key the box's own public key (Ed25519, X.509, base64), made on the box; empty until then
 */
public record Box(
    GatewayId id,
    CentreId centre,
    State state,
    BoxPlan plan,
    String token,
    Instant until,
    String key)
    implements Word {
  /** How far it is. */
  public enum State {
    /** Its token was given out, the box has not come yet. */
    AWAITED,
    /** It is known by its own key. */
    ENROLLED,
    /** It is believed no longer. */
    REVOKED
  }

  /** The same box, known by a key; its token counts for no other. */
  public Box enrolled(String publicKey) {
    return new Box(id, centre, State.ENROLLED, plan, token, until, publicKey);
  }

  /** The same box, which is to do that. */
  public Box doing(BoxPlan other) {
    return new Box(id, centre, state, other, token, until, key);
  }

  /** The same box, believed no longer. */
  public Box revoked() {
    return new Box(id, centre, State.REVOKED, plan, "", until, "");
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value());
  }

  /** Without the token's digest. */
  @Override
  public String toString() {
    return "box " + id + " " + state;
  }
}

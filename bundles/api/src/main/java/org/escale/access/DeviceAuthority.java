package org.escale.access;

import java.util.Map;
import java.util.Set;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * By which people's devices know the boxes of this federation in 802.1X (ECDSA, P-256); there is
 * one, and it signs nothing else: what a box shows a device is worth nothing towards other boxes.
 *
 * @param certificate its own, PEM: what people put onto their devices
 * @param hidden the private key (PKCS#8, base64), encrypted with this instance's key
 */
public record DeviceAuthority(String certificate, String hidden) implements Word {
  /** The name of the one there is. */
  public static final DeviceAuthorityId ONE = new DeviceAuthorityId("devices");

  /** Its name. */
  public record DeviceAuthorityId(String value) implements Id {
    /** Checks the shape. */
    public DeviceAuthorityId {
      Id.checked(value);
    }
  }

  @Override
  public Id id() {
    return ONE;
  }

  @Override
  public Set<Reader> readers() {
    return Set.of();
  }

  @Override
  public Map<String, String> keys() {
    return Map.of();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "authority for devices";
  }
}

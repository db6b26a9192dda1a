package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.gateway.radius.wire.Seals;
import org.escale.gateway.radius.wire.Secret;

/**
 * The Class that gear gives back in accounting: the grant's name, signed for this gateway with a
 * key made of its shared secret, so that it is good after a restart and at no other gear.
 */
final class Handles {
  private static final int SHORT = 16;
  private static final String MARK = "e1";

  private final byte[] key;

  Handles(GatewayId gateway, Secret secret) {
    key = secret.key("escale class " + gateway);
  }

  byte[] of(GrantId grant) {
    var mac = Seals.keyed("HmacSHA256", key, grant.value().getBytes(UTF_8));
    var proof = HexFormat.of().formatHex(Arrays.copyOf(mac, SHORT));
    return (MARK + "." + proof + "." + grant.value()).getBytes(UTF_8);
  }

  /** The grant of such a Class; empty if it was not made here. */
  Optional<GrantId> grant(byte[] shown) {
    var parts = new String(shown, UTF_8).split("\\.", 3);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var grant = new GrantId(parts[2]);
      return MessageDigest.isEqual(of(grant), shown) ? Optional.of(grant) : Optional.empty();
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }
}

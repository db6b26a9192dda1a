package org.escale.gateway.portal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.escale.access.GrantId;

/**
 * What a box keeps beside a device that is let in, and tells with everything about it: under which
 * grant. It passes through the device's hands, so it is signed, for that device alone.
 */
record Handle(GrantId grant, String mac) {

  /** As the box keeps it: base 64, letters that survive its shell. */
  String text(String secret) {
    var said = grant + " " + Digests.signed(secret, grant + " " + mac);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(said.getBytes(StandardCharsets.UTF_8));
  }

  /** Whose it is, if it is of that secret and for that device. */
  static Optional<Handle> read(String text, String mac, String secret) {
    try {
      var said = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var gap = said.lastIndexOf(' ');
      if (gap < 1) {
        return Optional.empty();
      }
      var handle = new Handle(new GrantId(said.substring(0, gap)), mac);
      return Optional.of(handle).filter(h -> Digests.same(h.text(secret), text));
    } catch (IllegalArgumentException nothingOfOurs) {
      return Optional.empty();
    }
  }
}

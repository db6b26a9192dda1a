package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import org.escale.access.AccessGrant;
import org.escale.gateway.radius.wire.MsChap2;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Passwords;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.Claim;

/** Who somebody is, proven by the personal key; safe for many threads. */
record Credentials(Here here) {

  /** Whose grant was proven, by which device, and what a client wants to see as our own proof. */
  record Proven(AccessGrant grant, String device, Optional<byte[]> success) {}

  /** What a request proves; empty if nothing. */
  Optional<Proven> proven(Packet request) {
    return here.profile().byDevice() ? byDevice(request) : byKey(request);
  }

  /** Gear that asks for the key of a device proves nothing of the person: the key will. */
  private Optional<Proven> byDevice(Packet request) {
    var name = request.text(Type.USER_NAME).flatMap(HardwareAddress::of);
    var calling = calling(request);
    if (name.isEmpty() || (calling.isPresent() && !calling.equals(name))) {
      return Optional.empty();
    }
    return here.host()
        .grant(Claim.device(name.get()))
        .map(grant -> new Proven(here.book().learn(grant), name.get(), Optional.empty()));
  }

  private Optional<Proven> byKey(Packet request) {
    var device = calling(request).orElse(HardwareAddress.UNNAMED);
    return request
        .text(Type.USER_NAME)
        .flatMap(name -> here.host().grant(Claim.person(login(name))))
        .map(here.book()::learn)
        .flatMap(
            grant ->
                success(request, grant.key())
                    .map(success -> new Proven(grant, device, success.value())));
  }

  /** Knows the key; with what a client of MS-CHAPv2 wants to see. */
  private record Success(Optional<byte[]> value) {}

  private Optional<Success> success(Packet request, String key) {
    var pap = request.first(Type.USER_PASSWORD);
    if (pap.isPresent()) {
      return Passwords.shown(pap.get(), here.secret(), request.authenticator())
          .filter(shown -> MessageDigest.isEqual(shown, key.getBytes(UTF_8)))
          .map(shown -> new Success(Optional.empty()));
    }
    var chap = request.first(Type.CHAP_PASSWORD);
    if (chap.isPresent()) {
      var challenge = request.first(Type.CHAP_CHALLENGE).orElseGet(request::authenticator);
      return Passwords.chap(chap.get(), challenge, key)
          ? Optional.of(new Success(Optional.empty()))
          : Optional.empty();
    }
    return msChap(request, key);
  }

  private static Optional<Success> msChap(Packet request, String key) {
    var response = request.vendor(MsChap2.VENDOR, MsChap2.RESPONSE);
    var challenge = request.vendor(MsChap2.VENDOR, MsChap2.CHALLENGE);
    if (response.isEmpty() || challenge.isEmpty()) {
      return Optional.empty();
    }
    var said = request.text(Type.USER_NAME).orElse("");
    var name = said.substring(said.indexOf('\\') + 1);
    return MsChap2.success(response.get(), challenge.get(), name, key)
        .map(value -> new Success(Optional.of(value)));
  }

  private static Optional<String> calling(Packet request) {
    return request.text(Type.CALLING_STATION_ID).flatMap(HardwareAddress::of);
  }

  /** The person's name without a realm behind, or a domain before it. */
  private static String login(String name) {
    int realm = name.indexOf('@');
    var local = realm < 0 ? name : name.substring(0, realm);
    return local.substring(local.indexOf('\\') + 1);
  }
}

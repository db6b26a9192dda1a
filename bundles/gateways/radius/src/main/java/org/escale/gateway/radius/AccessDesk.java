package org.escale.gateway.radius;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.escale.access.AccessGrant;
import org.escale.gateway.radius.Credentials.Proven;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.MsChap2;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Passwords;
import org.escale.gateway.radius.wire.Type;

/**
 * Answers who may come in, from memory alone. What allows carries the time that remains until the
 * absolute end, so that whoever comes again gets no fresh time. Safe for many threads.
 */
final class AccessDesk {
  private static final int VLAN = 13;
  private static final int IEEE_802 = 6;
  private static final int ASK_AGAIN = 1;
  private static final int MIKROTIK = 14_988;
  private static final int MIKROTIK_VLAN = 26;
  private static final int MIKROTIK_VLAN_TYPE = 27;

  private final Here here;
  private final Credentials credentials;
  private final SecureRandom random = new SecureRandom();

  AccessDesk(Here here) {
    this.here = here;
    this.credentials = new Credentials(here);
  }

  /** The answer; empty where none is deserved. */
  Optional<byte[]> answer(Packet request) {
    if (request.code() != Code.ACCESS_REQUEST && request.code() != Code.STATUS_SERVER) {
      here.tally().note(Noted.UNEXPECTED);
      return Optional.empty();
    }
    if (!genuine(request)) {
      return Optional.empty();
    }
    var message =
        request.code() == Code.STATUS_SERVER
            ? Message.answer(Code.ACCESS_ACCEPT, request)
            : decided(request);
    return Optional.of(message.proxied(request).answering(here.secret(), request.authenticator()));
  }

  private boolean genuine(Packet request) {
    if (request.has(Type.MESSAGE_AUTHENTICATOR)) {
      boolean right = here.secret().signed(request);
      if (!right) {
        here.tally().note(Noted.WRONG_SECRET);
      }
      return right;
    }
    boolean needed =
        here.profile().signed()
            || request.code() == Code.STATUS_SERVER
            || request.has(Type.EAP_MESSAGE)
            || (request.has(Type.PROXY_STATE) && !here.nas().proxy());
    if (needed) {
      here.tally().note(Noted.UNSIGNED);
    }
    return !needed;
  }

  private Message decided(Packet request) {
    var proven = credentials.proven(request);
    var remaining = proven.map(Proven::grant).map(this::remaining).orElse(Duration.ZERO);
    if (remaining.toSeconds() < 1
        || !here.host().admit(proven.get().grant().id(), proven.get().device())) {
      here.tally().note(Noted.REFUSED);
      return Message.answer(Code.ACCESS_REJECT, request);
    }
    return accepted(request, proven.get(), remaining);
  }

  private Duration remaining(AccessGrant grant) {
    return grant.decide(here.now(), here.config().centre()).remaining();
  }

  private Message accepted(Packet request, Proven proven, Duration remaining) {
    var grant = proven.grant();
    var lease = here.lease();
    boolean whole = lease.isZero() || remaining.compareTo(lease) <= 0;
    var time = whole ? remaining : lease;
    var message =
        Message.answer(Code.ACCESS_ACCEPT, request)
            .encoded(here.book().lets(grant, this::known))
            .number(Type.SESSION_TIMEOUT, time.toSeconds());
    if (!whole && here.profile().asksAgain()) {
      message.number(Type.TERMINATION_ACTION, ASK_AGAIN);
    }
    proven.success().ifPresent(value -> message.vendor(MsChap2.VENDOR, MsChap2.SUCCESS, value));
    if (here.profile().byDevice()) {
      var salt = new byte[2];
      random.nextBytes(salt);
      message.octets(
          Type.TUNNEL_PASSWORD,
          Passwords.tunnel(grant.key(), here.secret(), request.authenticator(), salt));
    }
    return message;
  }

  /** What does not depend on the time. */
  private byte[] known(AccessGrant grant) {
    var message =
        Message.request(Code.ACCESS_ACCEPT, 0)
            .text(Type.USER_NAME, grant.person().value())
            .octets(Type.CLASS, here.handles().of(grant.id()))
            .number(Type.ACCT_INTERIM_INTERVAL, here.profile().interim().toSeconds());
    channel(message, grant.segment());
    return message.attributes();
  }

  /** The company's own channel (law S2). */
  private void channel(Message message, int segment) {
    switch (here.profile().vlan()) {
      case TUNNEL ->
          message
              .number(Type.TUNNEL_TYPE, VLAN)
              .number(Type.TUNNEL_MEDIUM_TYPE, IEEE_802)
              .octets(
                  Type.TUNNEL_PRIVATE_GROUP_ID,
                  Integer.toString(segment).getBytes(StandardCharsets.US_ASCII));
      case MIKROTIK ->
          message
              .vendor(MIKROTIK, MIKROTIK_VLAN, four(segment))
              .vendor(MIKROTIK, MIKROTIK_VLAN_TYPE, four(0));
      case NONE -> {}
    }
  }

  private static byte[] four(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }
}

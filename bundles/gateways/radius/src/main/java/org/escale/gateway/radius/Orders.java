package org.escale.gateway.radius;

import java.security.SecureRandom;
import org.escale.gateway.radius.Profile.Identity;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;

/**
 * Writes what the gear is asked to do, with what its kind needs to know a session by (RFC 5176).
 */
final class Orders {
  private static final String NOBODY = "escale-nobody";
  private static final String NO_DEVICE = "020000000000";
  private static final int IDS = 256;
  private static final int CUTS = 5;
  private static final int QUESTIONS = 2;

  private final Here here;
  private int id;

  /** With identifiers of its own: those of disconnects are even, those of changes odd. */
  Orders(Here here, boolean changes) {
    this.here = here;
    this.id = new SecureRandom().nextInt(IDS / 2) * 2 + (changes ? 1 : 0);
  }

  /** Cut that session. */
  Asked cut(Tracked session, long now) {
    var packet = packet(about(session, Code.DISCONNECT_REQUEST));
    return Asked.now(session.session(), packet, CUTS, now);
  }

  /** That session may last so many seconds in all, from its beginning. */
  Asked change(Tracked session, long seconds, long now) {
    var message = about(session, Code.COA_REQUEST).number(Type.SESSION_TIMEOUT, seconds);
    return Asked.now(session.session(), packet(message), CUTS, now);
  }

  /** Cut what does not exist: whoever refuses that is there. */
  Asked areYouThere(long now) {
    var calling = HardwareAddress.as(here.profile().address(), NO_DEVICE);
    var message = Message.request(Code.DISCONNECT_REQUEST, nextId());
    identify(message, NOBODY, NOBODY, calling);
    return Asked.now("", packet(message), QUESTIONS, now);
  }

  private Message about(Tracked session, int code) {
    var message = Message.request(code, nextId());
    var user =
        session.user().isEmpty()
            ? here.book().of(session.grant()).map(g -> g.person().value()).orElse(NOBODY)
            : session.user();
    identify(message, user, session.session(), session.calling());
    return message;
  }

  private void identify(Message message, String user, String session, String calling) {
    if (here.profile().stamped()) {
      message.toBeSigned();
    }
    var known = here.profile().identify();
    if (known.contains(Identity.USER_NAME)) {
      message.text(Type.USER_NAME, user);
    }
    if (known.contains(Identity.SESSION_ID)) {
      message.text(Type.ACCT_SESSION_ID, session);
    }
    if (known.contains(Identity.CALLING_STATION) && !calling.isEmpty()) {
      message.text(Type.CALLING_STATION_ID, calling);
    }
    if (here.profile().stamped()) {
      message.number(Type.EVENT_TIMESTAMP, here.now().getEpochSecond());
    }
  }

  private Packet packet(Message message) {
    var octets = message.asking(here.secret());
    return Packet.read(octets, octets.length).orElseThrow();
  }

  private int nextId() {
    id = (id + 2) % IDS;
    return id;
  }
}

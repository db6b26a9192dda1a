package org.escale.bench.radius;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Seals;
import org.escale.gateway.radius.wire.Secret;
import org.escale.gateway.radius.wire.Type;

/**
 * A member who asks to come in, in every eighth case with a key that is wrong, and what has to be
 * answered.
 */
record Question(byte[] datagram, byte[] authenticator, boolean right, int segment) {
  static final String SHARED = "a-secret-of-20-signs";
  static final Secret SECRET = Secret.of(SHARED);
  private static final int SIXTEEN = 16;
  private static final int WRONG = 8;

  /** Who asks, with the right key or a wrong one. */
  record Asker(Members members, int who, boolean right) {
    private String key() {
      var key = members.key(who);
      return right ? key : key.toUpperCase(java.util.Locale.ROOT);
    }
  }

  /** Somebody of those, with that identifier. */
  static Question any(Members members, Random random, int id) {
    int who = random.nextInt(members.count());
    return of(new Asker(members, who, random.nextInt(WRONG) > 0), random, id);
  }

  static Question of(Asker asker, Random random, int id) {
    var authenticator = new byte[SIXTEEN];
    random.nextBytes(authenticator);
    int who = asker.who();
    var datagram =
        Message.request(Code.ACCESS_REQUEST, id)
            .toBeSigned()
            .text(Type.USER_NAME, asker.members().name(who))
            .octets(Type.USER_PASSWORD, hidden(asker.key(), authenticator))
            .text(Type.CALLING_STATION_ID, asker.members().device(who))
            .asking(SECRET, authenticator);
    return new Question(datagram, authenticator, asker.right(), asker.members().segment(who));
  }

  private static byte[] hidden(String key, byte[] authenticator) {
    var shared = SHARED.getBytes(StandardCharsets.US_ASCII);
    var clear = key.getBytes(StandardCharsets.US_ASCII);
    var hidden = Arrays.copyOf(clear, (clear.length + SIXTEEN - 1) / SIXTEEN * SIXTEEN);
    var before = authenticator;
    for (int at = 0; at < hidden.length; at += SIXTEEN) {
      var pad = Seals.md5(shared, before);
      for (int i = 0; i < SIXTEEN; i++) {
        hidden[at + i] ^= pad[i];
      }
      before = Arrays.copyOfRange(hidden, at, at + SIXTEEN);
    }
    return hidden;
  }

  /** Why that is not the answer; empty if it is. FreeRADIUS 3.2.1 signs by MD5 alone. */
  String wrong(byte[] answer) {
    var read = answer == null ? null : Packet.read(answer, answer.length).orElse(null);
    if (read == null || read.id() != (datagram[1] & 0xFF)) {
      return "no answer";
    }
    if (!SECRET.answered(read, authenticator)
        || (read.has(Type.MESSAGE_AUTHENTICATOR) && !SECRET.signedAnswer(read, authenticator))) {
      return "an answer that is not signed";
    }
    if (read.code() != (right ? Code.ACCESS_ACCEPT : Code.ACCESS_REJECT)) {
      return "code " + read.code() + " where the key is " + (right ? "right" : "wrong");
    }
    var group = read.text(Type.TUNNEL_PRIVATE_GROUP_ID).orElse("").trim();
    return !right || group.replaceFirst("^[\\x00-\\x1f]", "").equals(Integer.toString(segment))
        ? ""
        : "the channel " + group;
  }
}

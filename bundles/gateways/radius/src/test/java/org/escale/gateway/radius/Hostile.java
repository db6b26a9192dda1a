package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.MsChap2;
import org.escale.gateway.radius.wire.Type;

/** Datagrams that nobody should send, by name. */
final class Hostile {
  private static final byte[] CHANCE = new byte[16];
  private static final int HEADER = 20;

  private Hostile() {}

  /** A request that is allowed. */
  static byte[] good(int id) {
    return signed(id, m -> m.text(Type.USER_NAME, "ann").octets(Type.CHAP_PASSWORD, chap()));
  }

  private static byte[] chap() {
    var right =
        org.escale.gateway.radius.wire.Seals.md5(
            new byte[] {7}, "key-of-ann".getBytes(UTF_8), CHANCE);
    var answer = new byte[17];
    answer[0] = 7;
    System.arraycopy(right, 0, answer, 1, 16);
    return answer;
  }

  private static byte[] signed(int id, UnaryOperator<Message> with) {
    var message = Message.request(Code.ACCESS_REQUEST, id).toBeSigned();
    message.text(Type.CALLING_STATION_ID, "02-00-00-00-00-01");
    return with.apply(message).asking(Bench.secret(), CHANCE);
  }

  /** What deserves no answer. */
  static Map<String, byte[]> unanswered() {
    var all = new LinkedHashMap<String, byte[]>();
    var good = good(1);
    for (int length = 0; length < HEADER; length++) {
      all.put("cut to " + length, Arrays.copyOf(good, length));
    }
    for (int lie : new int[] {0, 1, 19, 20, 21, good.length - 1, good.length + 1, 4097, 65_535}) {
      all.put("says to have " + lie, with(good, 2, lie >> 8, lie));
    }
    for (int code : new int[] {0, 2, 3, 4, 5, 11, 12, 13, 40, 41, 42, 43, 44, 255}) {
      all.put("code " + code, with(good, 0, code));
    }
    for (int size : new int[] {0, 1, 2, 17, 19, 255}) {
      all.put("signature of " + size, with(good, HEADER + 1, size));
    }
    all.put("signature changed", with(good, HEADER + 5, good[HEADER + 5] ^ 1));
    all.put("authenticator changed", with(good, 7, 1));
    all.put("id changed", with(good, 1, 99));
    all.put("one octet behind", framed(good, 0));
    all.put("attribute without length", framed(good, 1, 0));
    all.put("attribute of length 1", framed(good, 1, 1));
    all.put("attribute that runs over", framed(good, 1, 40, 'a'));
    all.put("signed twice", framed(good, Arrays.copyOfRange(ints(good), HEADER, HEADER + 18)));
    all.put("not signed", unsigned(Type.USER_NAME));
    all.put("EAP without a signature", unsigned(Type.EAP_MESSAGE));
    all.put("proxied without a signature", unsigned(Type.PROXY_STATE));
    all.put("5,000 octets", Arrays.copyOf(with(good, 2, 5000 >> 8, 5000), 5000));
    all.put("60,000 octets of chance", chance(60_000));
    all.put("text", "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
    return all;
  }

  /** What is signed and yet nonsense: refused. */
  static Map<String, byte[]> refused() {
    var all = new LinkedHashMap<String, byte[]>();
    all.put("nothing", signed(1, m -> m));
    all.put("name only", signed(1, m -> m.text(Type.USER_NAME, "ann")));
    all.put("empty name", signed(1, m -> m.text(Type.USER_NAME, "")));
    all.put("long name", signed(1, m -> m.octets(Type.USER_NAME, chance(253))));
    all.put("name with a zero", signed(1, m -> m.text(Type.USER_NAME, "ann\0")));
    all.put("name with statements", signed(1, m -> m.text(Type.USER_NAME, "ann' OR '1'='1")));
    all.put("realm only", signed(1, m -> m.text(Type.USER_NAME, "@ann")));
    for (int size : new int[] {0, 1, 15, 16, 17, 128, 129, 144, 253}) {
      all.put("PAP of " + size, named(Type.USER_PASSWORD, chance(size)));
    }
    for (int size : new int[] {0, 1, 16, 17, 18}) {
      all.put("CHAP of " + size, named(Type.CHAP_PASSWORD, chance(size)));
    }
    all.put(
        "CHAP to an empty challenge",
        signed(
            1,
            m ->
                m.text(Type.USER_NAME, "ann")
                    .octets(Type.CHAP_CHALLENGE, new byte[0])
                    .octets(Type.CHAP_PASSWORD, chap())));
    for (int size : new int[] {0, 3, 4, 5}) {
      all.put("vendor of " + size, named(Type.VENDOR_SPECIFIC, Arrays.copyOf(microsoft(), size)));
    }
    all.put("vendor inside of 0", named(Type.VENDOR_SPECIFIC, new byte[] {0, 0, 1, 55, 25, 0}));
    all.put("vendor runs over", named(Type.VENDOR_SPECIFIC, new byte[] {0, 0, 1, 55, 25, 99}));
    for (int size : new int[] {0, 49, 50, 51}) {
      all.put("MS-CHAPv2 of " + size, msChap(chance(size), 16));
    }
    all.put("MS-CHAPv2 to a short challenge", msChap(chance(50), 8));
    all.put("EAP", named(Type.EAP_MESSAGE, chance(5)));
    return all;
  }

  private static byte[] named(int type, byte[] value) {
    return signed(1, m -> m.text(Type.USER_NAME, "ann").octets(type, value));
  }

  private static byte[] msChap(byte[] response, int challenge) {
    return signed(
        1,
        m ->
            m.text(Type.USER_NAME, "ann")
                .vendor(MsChap2.VENDOR, MsChap2.CHALLENGE, chance(challenge))
                .vendor(MsChap2.VENDOR, MsChap2.RESPONSE, response));
  }

  private static byte[] microsoft() {
    return new byte[] {0, 0, 1, 55, 25, 2};
  }

  private static byte[] unsigned(int type) {
    return Message.request(Code.ACCESS_REQUEST, 1)
        .text(Type.USER_NAME, "ann")
        .octets(Type.CHAP_PASSWORD, chap())
        .octets(type, "x".getBytes(UTF_8))
        .asking(Bench.secret(), CHANCE);
  }

  /** The same with more behind, and a length that says so. */
  private static byte[] framed(byte[] packet, int... more) {
    var longer = Arrays.copyOf(packet, packet.length + more.length);
    for (int i = 0; i < more.length; i++) {
      longer[packet.length + i] = (byte) more[i];
    }
    return with(longer, 2, longer.length >> 8, longer.length);
  }

  private static int[] ints(byte[] octets) {
    var ints = new int[octets.length];
    Arrays.setAll(ints, i -> octets[i]);
    return ints;
  }

  private static byte[] with(byte[] packet, int at, int... octets) {
    var other = packet.clone();
    for (int i = 0; i < octets.length; i++) {
      other[at + i] = (byte) octets[i];
    }
    return other;
  }

  private static byte[] chance(int size) {
    var octets = new byte[size];
    new java.util.Random(size).nextBytes(octets);
    return octets;
  }
}

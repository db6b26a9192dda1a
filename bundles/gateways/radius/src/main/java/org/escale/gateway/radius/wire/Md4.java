package org.escale.gateway.radius.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * MD4 (RFC 1320), which MS-CHAPv2 is made of and Java no longer has. Protects nothing by itself.
 */
final class Md4 {
  private static final int BLOCK = 64;
  private static final int[] SECOND = {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15};
  private static final int[] THIRD = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};
  private static final int[][] TURNS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};

  private Md4() {}

  /** The digest, 16 octets. */
  static byte[] of(byte[] text) {
    int length = (text.length + 8) / BLOCK * BLOCK + BLOCK;
    var padded = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    padded.put(text).put((byte) 0x80);
    padded.putLong(length - Long.BYTES, text.length * 8L);
    int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    for (int at = 0; at < length; at += BLOCK) {
      mix(state, padded, at);
    }
    var digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : state) {
      digest.putInt(word);
    }
    return digest.array();
  }

  private static void mix(int[] state, ByteBuffer text, int at) {
    int[] v = state.clone();
    for (int step = 0; step < 48; step++) {
      int round = step / 16;
      int i = step % 16;
      int word = round == 0 ? i : round == 1 ? SECOND[i] : THIRD[i];
      int sum = v[0] + mixed(round, v) + text.getInt(at + word * Integer.BYTES);
      int turned = Integer.rotateLeft(sum, TURNS[round][i % 4]);
      v[0] = v[3];
      v[3] = v[2];
      v[2] = v[1];
      v[1] = turned;
    }
    for (int i = 0; i < state.length; i++) {
      state[i] += v[i];
    }
  }

  private static int mixed(int round, int[] v) {
    return switch (round) {
      case 0 -> (v[1] & v[2]) | (~v[1] & v[3]);
      case 1 -> ((v[1] & v[2]) | (v[1] & v[3]) | (v[2] & v[3])) + 0x5a827999;
      default -> (v[1] ^ v[2] ^ v[3]) + 0x6ed9eba1;
    };
  }
}

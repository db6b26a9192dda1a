package org.escale.core.sessions;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Makes personal keys: four groups of five characters out of 31 that are hard to confuse when read
 * aloud or typed, joined by dashes. 99 bits of chance, so that none is ever made twice (law S1);
 * safe for many threads.
 */
public final class PersonalKeys {
  /** Without 0, 1, i, l, o: what one reads is what one types. */
  static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

  private static final int GROUPS = 4;
  private static final int GROUP = 5;

  private final SecureRandom random = new SecureRandom();

  /** The key that belongs to those bytes, at least 16 of them; the same for the same bytes. */
  public static String of(byte[] bytes) {
    var left = new BigInteger(1, bytes);
    var base = BigInteger.valueOf(ALPHABET.length());
    var key = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        key.append('-');
      }
      key.append(ALPHABET.charAt(left.mod(base).intValue()));
      left = left.divide(base);
    }
    return key.toString();
  }

  /** A new key, 23 characters: within the 8 to 63 that a Wi-Fi pass phrase may have. */
  public String next() {
    var key = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        key.append('-');
      }
      key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return key.toString();
  }
}

package org.escale.libraries.boxfiles;

import java.util.regex.Pattern;

/**
 * How the segments of a box are numbered: each has a block of its own, counted from one base.
 *
 * @param base the first address of all, four decimal bytes
 * @param length the length of a block's prefix, 20 to 28
 * @param unique the first three groups of the box's own IPv6 network (RFC 4193): {@code
 *     fd12:3456:789a}
 */
public record Addresses(String base, int length, String unique) {
  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern UNIQUE =
      Pattern.compile("fd[0-9a-f]{2}:[0-9a-f]{1,4}:[0-9a-f]{1,4}");
  private static final int SHORTEST = 20;
  private static final int LONGEST = 28;
  private static final int BITS = 32;
  private static final long ALL = 1L << BITS;
  private static final int BYTE = 8;
  private static final int FIRST_GUEST = 10;

  /** 10.64.0.0/12 in blocks of 254 devices. */
  public static Addresses usual(String unique) {
    return new Addresses("10.64.0.0", 24, unique);
  }

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException says which value cannot stand in a file
   */
  public Addresses {
    Checked.that(length >= SHORTEST && length <= LONGEST, "a block's prefix is 20 to 28 long");
    Checked.that(UNIQUE.matcher(unique).matches(), "an IPv6 network of its own begins with fd");
    Checked.that(number(base) % (1L << (BITS - length)) == 0, "a block begins at its own border");
  }

  /** The box's address in a segment, the first one. */
  String router(Segment segment) {
    return text(first(segment) + 1);
  }

  /** The first address that a device is given. */
  String firstGuest(Segment segment) {
    return text(first(segment) + FIRST_GUEST);
  }

  /** The last address that a device is given. */
  String lastGuest(Segment segment) {
    return text(first(segment) + size() - 2);
  }

  String mask() {
    return text(ALL - size());
  }

  /** The IPv6 network of a segment, without its length of 64. */
  String network6(Segment segment) {
    return unique + ":" + Integer.toHexString(segment.number()) + "::";
  }

  private long first(Segment segment) {
    long first = number(base) + segment.number() * size();
    Checked.that(first + size() <= ALL, "no addresses are left for segment " + segment.number());
    return first;
  }

  private long size() {
    return 1L << (BITS - length);
  }

  private static long number(String dotted) {
    var match = IPV4.matcher(dotted);
    Checked.that(match.matches(), "an address has four bytes");
    long number = 0;
    for (int i = 1; i <= match.groupCount(); i++) {
      int part = Integer.parseInt(match.group(i));
      Checked.that(part < 1 << BYTE, "an address has four bytes");
      number = number << BYTE | part;
    }
    return number;
  }

  private static String text(long number) {
    return (number >> 24 & 255)
        + "."
        + (number >> 16 & 255)
        + "."
        + (number >> 8 & 255)
        + "."
        + (number & 255);
  }
}

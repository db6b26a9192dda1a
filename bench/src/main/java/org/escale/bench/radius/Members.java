package org.escale.bench.radius;

/** So many people, each with a key, a channel and a device; all made from their number. */
record Members(int count) {
  private static final int FIRST_VLAN = 100;
  private static final int VLANS = 3_900;
  private static final int MIX = 0x9E3779B1;

  String name(int n) {
    return "p%07d".formatted(n);
  }

  String key(int n) {
    return "key-%08x-%08x-of".formatted(n * MIX, (n + 1) * MIX);
  }

  int segment(int n) {
    return FIRST_VLAN + n % VLANS;
  }

  String device(int n) {
    return "02-00-%02x-%02x-%02x-%02x".formatted(n >>> 24, n >>> 16 & 255, n >>> 8 & 255, n & 255);
  }
}

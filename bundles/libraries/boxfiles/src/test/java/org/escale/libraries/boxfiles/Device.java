package org.escale.libraries.boxfiles;

/** A device by its place: {@code wlan0.101}. */
record Device(String name, String cable, String ip4, String ip6) {
  int segment() {
    return Integer.parseInt(cable.substring(cable.indexOf('.') + 1));
  }

  String mac() {
    return "02:00:00:00:00:" + name;
  }

  String json(String router) {
    return """
        {"name": "%s", "mac": "%s", "ip4": "%s", "ip6": "%s", "segment": %d, "router": "%s"}"""
        .formatted(name, mac(), ip4, ip6, segment(), router);
  }

  /** The first address of its segment's block. */
  String router4() {
    return segment() == 101 ? "198.18.12.161" : "198.18.12.193";
  }

  String router6() {
    return "fd12:3456:789a:" + Integer.toHexString(segment()) + "::1";
  }

  /** The hardware address that the box has in its segment. */
  String routerMac() {
    return routerMac(segment());
  }

  static String routerMac(int segment) {
    return "02:00:00:00:%02d:%02d".formatted(segment / 100, segment % 100);
  }
}

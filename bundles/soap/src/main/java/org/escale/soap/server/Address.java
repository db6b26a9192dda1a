package org.escale.soap.server;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** Where a request comes from: what the proxy in front says, if that proxy is this machine. */
final class Address {
  private static final int LONGEST = 64;

  private Address() {}

  static String of(HttpServletRequest request) {
    var peer = request.getRemoteAddr();
    var forwarded = Optional.ofNullable(request.getHeader("X-Forwarded-For"));
    if (forwarded.isEmpty() || !Authentication.local(peer)) {
      return peer;
    }
    var hops = forwarded.get().split(",", -1);
    var last = hops[hops.length - 1].strip();
    return last.length() > LONGEST ? last.substring(0, LONGEST) : last;
  }
}

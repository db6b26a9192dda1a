package org.escale.rest.call;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Where a request comes from: what the proxy in front says, if that proxy is this machine. */
public final class Address {
  private Address() {}

  /** The address of a request in CXF. */
  static String of(Message message) {
    return Optional.ofNullable(message.get(AbstractHTTPDestination.HTTP_REQUEST))
        .map(request -> of((HttpServletRequest) request))
        .orElse("");
  }

  /** The address of a request. */
  public static String of(HttpServletRequest request) {
    var peer = request.getRemoteAddr();
    var forwarded = Optional.ofNullable(request.getHeader("X-Forwarded-For"));
    if (forwarded.isEmpty() || !loopback(peer)) {
      return peer;
    }
    var hops = forwarded.get().split(",", -1);
    var last = hops[hops.length - 1].strip();
    return last.length() > 64 ? last.substring(0, 64) : last;
  }

  /** Whether the client reached us, or the proxy in front, by TLS. */
  public static boolean secure(HttpServletRequest request) {
    return request.isSecure()
        || (loopback(request.getRemoteAddr())
            && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
  }

  /**
   * Where the client of the current request finds us, as it called us itself: {@code
   * https://host:port}.
   */
  public static String origin() {
    var request =
        (HttpServletRequest)
            PhaseInterceptorChain.getCurrentMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
    return (secure(request) ? "https://" : "http://") + request.getHeader("Host");
  }

  private static boolean loopback(String address) {
    return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
  }
}

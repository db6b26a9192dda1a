package org.escale.gateway.radius;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.escale.spi.gateway.GatewayException;

/** The open ports: each is opened for the first gear and closed after the last. For any thread. */
final class Listeners {
  private final LongSupplier nanos;
  private final Map<InetSocketAddress, Listener> open = new HashMap<>();
  private final Map<InetSocketAddress, TlsListener> secure = new HashMap<>();

  Listeners(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Joins a port.
   *
   * @param ordered whether one datagram is served after the other
   * @throws GatewayException if it cannot be opened, or the gear not be told from another
   */
  synchronized Listener join(InetSocketAddress port, Desk desk, boolean ordered)
      throws GatewayException {
    var there = open.get(port);
    var listener = there == null ? new Listener(port, ordered, nanos) : there;
    try {
      listener.join(desk, ordered);
    } catch (GatewayException no) {
      if (there == null) {
        listener.close();
      }
      throw no;
    }
    open.put(port, listener);
    return listener;
  }

  synchronized void leave(InetSocketAddress port, Desk desk) {
    var listener = open.get(port);
    if (listener != null && listener.leave(desk)) {
      listener.close();
      open.remove(port);
    }
  }

  /**
   * Joins a port for TLS.
   *
   * @throws GatewayException if it cannot be opened, or the gear not be told from another
   */
  synchronized TlsListener join(TlsDesk desk, Clock clock) throws GatewayException {
    var port = desk.tls().port();
    var there = secure.get(port);
    var listener = there == null ? new TlsListener(desk.tls(), clock) : there;
    listener.join(desk);
    secure.put(port, listener);
    return listener;
  }

  synchronized void leave(TlsDesk desk) {
    var listener = secure.get(desk.tls().port());
    if (listener != null && listener.leave(desk)) {
      listener.close();
      secure.remove(desk.tls().port());
    }
  }
}

package org.escale.gateway.radius;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.escale.spi.gateway.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One port for boxes that open a connection by TLS. Of who has not shown a certificate, 64 are
 * there at a time and 16 from one address: whoever comes next takes the place of the oldest.
 */
final class TlsListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TlsListener.class);
  private static final int LOOK = 250;
  private static final int MOST_STRANGERS = 64;
  private static final int MOST_OF_ONE_PLACE = 16;
  private static final int LONGEST_END = 1000;

  private final TlsSettings settings;
  private final ServerSocket socket;
  private final SSLSocketFactory factory;
  private final TlsTrust trust;
  private final Tally tally;
  private final Thread thread;
  private final List<TlsDesk> desks = new CopyOnWriteArrayList<>();
  private final List<TlsConnection> connections = new CopyOnWriteArrayList<>();

  /**
   * Opens the port.
   *
   * @throws GatewayException if it cannot; says why
   */
  TlsListener(TlsSettings settings, Clock clock) throws GatewayException {
    var port = settings.port();
    var name = port.getAddress().getHostAddress() + ":" + port.getPort();
    var keys = TlsKeys.of(settings.keys());
    this.settings = settings;
    this.tally = new Tally("port " + name);
    this.trust = new TlsTrust(keys.authorities(), desks, clock);
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys.own().toArray(KeyManager[]::new), new TrustManager[] {trust}, null);
      factory = context.getSocketFactory();
      socket = open(port);
    } catch (IOException | GeneralSecurityException e) {
      throw new GatewayException("cannot listen on " + name + ": " + e.getMessage());
    }
    thread = new Thread(this::run, "radius-port " + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static ServerSocket open(InetSocketAddress port) throws IOException {
    var socket = new ServerSocket();
    try {
      socket.setSoTimeout(LOOK);
      socket.bind(port, MOST_STRANGERS);
      return socket;
    } catch (IOException taken) {
      socket.close();
      throw taken;
    }
  }

  /**
   * Some more gear.
   *
   * @throws GatewayException if it could not be told from another, or has other keys
   */
  synchronized void join(TlsDesk desk) throws GatewayException {
    if (!settings.keys().equals(desk.tls().keys())) {
      throw new GatewayException("tls-keys is another folder than that of the same port");
    }
    if (desks.stream().anyMatch(other -> !other.tls().differs(desk.tls()))) {
      throw new GatewayException("this certificate is another gateway's");
    }
    desks.add(desk);
  }

  /** Whether nobody is left. */
  synchronized boolean leave(TlsDesk desk) {
    desks.remove(desk);
    return desks.isEmpty();
  }

  String text() {
    return tally.text();
  }

  private void run() {
    while (!socket.isClosed()) {
      try {
        accept(socket.accept());
      } catch (SocketTimeoutException nobody) {
        sweep();
      } catch (IOException closedOrTooMany) {
        LOG.debug("nobody came: {}", closedOrTooMany.getMessage());
      } catch (RuntimeException bug) {
        LOG.error("a connection could not be served", bug);
      }
    }
  }

  private void accept(Socket raw) throws SocketException {
    sweep();
    var connection = new TlsConnection(raw, trust, tally);
    raw.setTcpNoDelay(true);
    raw.setKeepAlive(true);
    makePlace(MOST_OF_ONE_PLACE, other -> other.place().equals(connection.place()));
    makePlace(MOST_STRANGERS, other -> true);
    connections.add(connection);
    connection.begin(() -> connection.serve(factory), "reader");
  }

  private void makePlace(int most, Predicate<TlsConnection> among) {
    var strangers = connections.stream().filter(TlsConnection::stranger).filter(among).toList();
    if (strangers.size() >= most) {
      tally.note(Noted.TOO_MANY);
      strangers.get(0).close();
      connections.remove(strangers.get(0));
    }
  }

  private void sweep() {
    for (var connection : connections) {
      if (!connection.closed() && connection.overdue()) {
        tally.note(Noted.TOO_SLOW);
        connection.close();
      }
    }
    connections.removeIf(TlsConnection::closed);
  }

  /** The port is free and all connections have ended when this returns. */
  @Override
  public void close() {
    try {
      socket.close();
      thread.join(LONGEST_END);
    } catch (IOException gone) {
      LOG.debug("a port was gone: {}", gone.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    connections.forEach(TlsConnection::close);
  }
}

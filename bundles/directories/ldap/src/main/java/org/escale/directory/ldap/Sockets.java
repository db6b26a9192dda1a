package org.escale.directory.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that wait for nothing longer than the deadline: a server may fall silent before or in the
 * handshake of TLS, for which the library itself has no limit.
 */
final class Sockets extends SocketFactory {
  private final SocketFactory plainOrTls;
  private final int millis;

  Sockets(Entrance entrance) {
    this.plainOrTls =
        entrance.wrapped() ? entrance.tls().getSocketFactory() : SocketFactory.getDefault();
    this.millis = (int) entrance.deadline().toMillis();
  }

  @Override
  public Socket createSocket() throws IOException {
    return limited(plainOrTls.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return limited(plainOrTls.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return limited(plainOrTls.createSocket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return limited(plainOrTls.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return limited(plainOrTls.createSocket(host, port, from, fromPort));
  }

  private Socket limited(Socket socket) throws IOException {
    socket.setSoTimeout(millis);
    return socket;
  }
}

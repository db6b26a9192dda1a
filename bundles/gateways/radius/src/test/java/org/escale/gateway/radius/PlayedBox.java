package org.escale.gateway.radius;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Secret;
import org.escale.spi.gateway.GatewayException;

/**
 * A box that opens a connection by TLS and takes disconnects over it, as no Debian package does.
 */
final class PlayedBox implements AutoCloseable {
  static final Secret SECRET = Secret.of("radsec");

  final SSLSocket socket;
  private final DataInputStream from;

  /** With the certificate in that folder: {@code hub.pem} and {@code hub.key}. */
  PlayedBox(Path folder, int port) throws IOException {
    try {
      var context = SSLContext.getInstance("TLS");
      var trust = new TrustManager[] {new Anybody()};
      context.init(TlsKeys.of(folder).own().toArray(KeyManager[]::new), trust, null);
      socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(30_000);
      from = new DataInputStream(socket.getInputStream());
    } catch (GeneralSecurityException | GatewayException e) {
      throw new IOException(e);
    }
  }

  void send(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
  }

  /** Asks whether somebody is there; the code of the answer. */
  int status() throws IOException {
    var asked = Message.request(Code.STATUS_SERVER, 9).toBeSigned();
    send(asked.asking(SECRET, new byte[16]));
    for (var packet = read(); ; packet = read()) {
      if (packet.id() == 9 && packet.code() != Code.DISCONNECT_REQUEST) {
        return packet.code();
      }
    }
  }

  /** The next packet; waits 30 s. */
  Packet read() throws IOException {
    var header = new byte[4];
    from.readFully(header);
    int length = ((header[2] & 0xFF) << 8) | (header[3] & 0xFF);
    var octets = Arrays.copyOf(header, length);
    from.readFully(octets, 4, length - 4);
    return Packet.read(octets, length).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** The hub's certificate is checked by radsecproxy, in another test. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

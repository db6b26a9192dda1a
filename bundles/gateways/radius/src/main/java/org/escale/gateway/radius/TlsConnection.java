package org.escale.gateway.radius;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.escale.gateway.radius.wire.Packet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: a thread reads, another writes, so that a box that does not read keeps nobody
 * waiting. {@link #overdue} says when it has to go.
 */
final class TlsConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TlsConnection.class);
  private static final int HEADER = 4;
  private static final int SHORTEST = 20;
  private static final int MOST_WAITING = 256;
  private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
  private static final long LONGEST_SILENCE = Duration.ofMinutes(5).toNanos();

  private final Socket raw;
  private final TlsTrust trust;
  private final Tally tally;
  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final long begun = System.nanoTime();
  private volatile boolean known;
  private volatile boolean ours;
  private volatile long heard = begun;
  private volatile long reading;
  private volatile long writing;

  /** What was accepted there; nothing is read yet. */
  TlsConnection(Socket raw, TlsTrust trust, Tally tally) {
    this.raw = raw;
    this.trust = trust;
    this.tally = tally;
  }

  InetAddress place() {
    return raw.getInetAddress();
  }

  /** Whether it has not shown a good certificate yet. */
  boolean stranger() {
    return !known;
  }

  boolean closed() {
    return raw.isClosed();
  }

  /**
   * Whether it has had its time: 10 s to show a certificate, for a packet that has begun, or to
   * take an answer; 5 minutes without a word.
   */
  boolean overdue() {
    long now = System.nanoTime();
    return (!known && now - begun > PATIENCE)
        || (reading != 0 && now - reading > PATIENCE)
        || (writing != 0 && now - writing > PATIENCE)
        || now - heard > LONGEST_SILENCE;
  }

  /** Serves it until it ends. */
  void serve(SSLSocketFactory factory) {
    try (var socket = (SSLSocket) factory.createSocket(raw, null, true)) {
      socket.setUseClientMode(false);
      socket.setNeedClientAuth(true);
      socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      socket.startHandshake();
      var shown = socket.getSession().getPeerCertificates();
      var chain = Arrays.copyOf(shown, shown.length, X509Certificate[].class);
      var desk = trust.desk(chain);
      known = true;
      begin(() -> write(socket), "writer");
      desk.connected(this);
      read(new DataInputStream(socket.getInputStream()), desk, chain[0]);
    } catch (IOException | CertificateException ended) {
      ended(ended);
    } finally {
      close();
    }
  }

  private void read(DataInputStream from, TlsDesk desk, X509Certificate shown)
      throws IOException, CertificateException {
    while (!raw.isClosed()) {
      var header = new byte[HEADER];
      header[0] = from.readByte();
      reading = System.nanoTime() | 1;
      from.readFully(header, 1, HEADER - 1);
      int length = ((header[2] & 0xFF) << 8) | (header[3] & 0xFF);
      if (length < SHORTEST || length > Packet.LONGEST) {
        desk.malformed();
        return;
      }
      var packet = Arrays.copyOf(header, length);
      from.readFully(packet, HEADER, length - HEADER);
      reading = 0;
      heard = System.nanoTime();
      trust.current(shown);
      desk.take(packet, this);
    }
  }

  /** Sends it, in its turn; who lets 256 packets wait is cut off. */
  void send(byte[] packet) {
    if (!waiting.offer(packet) && !raw.isClosed()) {
      tally.note(Noted.TOO_SLOW);
      close();
    }
  }

  private void write(SSLSocket socket) {
    try {
      while (!raw.isClosed()) {
        var packet = waiting.poll(1, TimeUnit.SECONDS);
        if (packet != null) {
          writing = System.nanoTime() | 1;
          socket.getOutputStream().write(packet);
          writing = 0;
        }
      }
    } catch (IOException gone) {
      close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  /** Runs that in a thread of its own. */
  void begin(Runnable task, String name) {
    var thread = new Thread(task, "radius-tls-" + name + " " + place().getHostAddress());
    thread.setDaemon(true);
    thread.start();
  }

  private void ended(Exception why) {
    if (ours || (known && !(why instanceof CertificateException))) {
      LOG.debug("a connection ended: {}", why.getMessage());
      return;
    }
    tally.note(noted(why));
  }

  private static Noted noted(Exception why) {
    for (Throwable cause = why; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return Noted.EXPIRED_CERTIFICATE;
      }
      if (cause instanceof CertificateException) {
        return Noted.UNKNOWN_CERTIFICATE;
      }
    }
    boolean none =
        why instanceof SSLException && String.valueOf(why.getMessage()).contains("ertif");
    return none ? Noted.UNKNOWN_CERTIFICATE : Noted.MALFORMED;
  }

  /** At once, whatever its threads do: the socket below TLS waits for nobody. */
  @Override
  public void close() {
    ours = true;
    try {
      raw.close();
    } catch (IOException gone) {
      LOG.debug("a connection was gone: {}", gone.getMessage());
    }
  }
}

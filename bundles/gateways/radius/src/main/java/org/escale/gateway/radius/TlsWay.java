package org.escale.gateway.radius;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The connection that the box opened, used the other way round: no firewall before the box has to
 * let us in. As long as there is none, what we send is lost. Safe for many threads.
 */
final class TlsWay implements Way {
  private static final int MOST = 1000;
  private static final int LOOK = 50;

  private final BlockingQueue<byte[]> said = new ArrayBlockingQueue<>(MOST);
  private Optional<TlsConnection> current = Optional.empty();
  private boolean fresh;

  /** The box came, perhaps again: what it had before is closed. */
  synchronized void connected(TlsConnection connection) {
    current.ifPresent(TlsConnection::close);
    current = Optional.of(connection);
    fresh = true;
  }

  /** The box answered; what nobody listens to is lost above 1000 answers. */
  void said(byte[] packet) {
    said.offer(packet);
  }

  @Override
  public void send(byte[] packet) {
    Optional<TlsConnection> now;
    synchronized (this) {
      now = current;
    }
    now.ifPresent(connection -> connection.send(packet));
  }

  @Override
  public Optional<byte[]> receive() {
    try {
      return Optional.ofNullable(said.poll(LOOK, TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      LockSupport.parkNanos(Duration.ofMillis(LOOK).toNanos());
      return Optional.empty();
    }
  }

  @Override
  public synchronized boolean fresh() {
    boolean came = fresh;
    fresh = false;
    return came;
  }

  @Override
  public synchronized void close() {
    current.ifPresent(TlsConnection::close);
    current = Optional.empty();
  }
}

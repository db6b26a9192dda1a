package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What the box's FreeRADIUS asks, on this machine only: the hub's answer where it has one within 2
 * s (0.5 s once the box decides alone), else the agent's own. Tells of sessions that the agent let
 * in are kept in the spool before they are acknowledged. What is not sealed with the box's own
 * secret gets no answer.
 */
final class LocalRadius implements AutoCloseable {
  /** The longest that a device goes without asking again. */
  static final Duration LEASE = Duration.ofMinutes(5);

  private static final int THREADS = 16;
  private static final int WAITING = 64;
  private static final int CLASS = 25;
  private static final int SESSION_TIMEOUT = 27;
  private static final int TERMINATION_ACTION = 29;
  private static final int TUNNEL_TYPE = 64;
  private static final int TUNNEL_MEDIUM = 65;
  private static final int TUNNEL_GROUP = 81;
  private static final int INTERIM = 85;
  private static final int VLAN = 13;
  private static final int IEEE_802 = 6;
  private static final int MINUTE = 60;

  private final Home home;
  private final Clock clock;
  private final HubFirst hub;
  private final Inside inside;
  private final Accounted accounted;
  private final Contact contact;
  private final DatagramSocket socket;
  private final ThreadPoolExecutor threads;
  private final Thread listener;

  /** At that port of this machine; 0 takes any that is free. */
  LocalRadius(Home home, Clock clock, int port, HubFirst hub, Inside inside) throws IOException {
    this.home = home;
    this.clock = clock;
    this.hub = hub;
    this.inside = inside;
    this.accounted = new Accounted(home);
    this.contact = new Contact(home);
    this.socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            new ThreadPoolExecutor.DiscardPolicy()); // no answer: FreeRADIUS asks again
    listener = new Thread(this::listen, "radius");
    listener.setDaemon(true);
    listener.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
    threads.shutdownNow();
    try {
      listener.join(HubFirst.PATIENCE.toMillis()); // then the port is free again
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    while (!socket.isClosed()) {
      var came = new DatagramPacket(new byte[Asked.LONGEST], Asked.LONGEST);
      try {
        socket.receive(came);
        threads.execute(() -> answer(came));
      } catch (IOException closed) {
        // closed, or nobody waits for the last answer any more: the next one comes
      }
    }
  }

  private void answer(DatagramPacket came) {
    try {
      var secret = home.read("radius-secret").orElse("");
      var datagram = ByteBuffer.wrap(came.getData(), 0, came.getLength());
      var asked =
          secret.isEmpty() ? Optional.<Asked>empty() : Asked.read(datagram, secret.getBytes(UTF_8));
      if (asked.isPresent()) {
        var octets = answer(asked.get());
        socket.send(new DatagramPacket(octets, octets.length, came.getSocketAddress()));
      }
    } catch (IOException | RuntimeException no) {
      System.out.println("a question by RADIUS is not answered: " + no.getClass().getSimpleName());
    }
  }

  private byte[] answer(Asked asked) throws IOException {
    if (asked.code() == Asked.STATUS) {
      return new Answer(asked, Answer.ACCEPT).sealed();
    }
    if (asked.code() == Asked.ACCOUNTING) {
      accounted.take(asked, clock.instant());
      return new Answer(asked, Answer.ACCOUNTED).sealed();
    }
    boolean alone = contact.alone(clock.instant());
    var said = hub.answer(asked, alone ? HubFirst.ALONE : HubFirst.PATIENCE);
    if (said.isEmpty()) {
      return own(asked, clock.instant());
    }
    Answer.session(said.get()).ifPresent(session -> letIn(asked, session));
    return said.get();
  }

  /** Without the hub: a key in clear and a device are needed. */
  private byte[] own(Asked asked, Instant now) throws IOException {
    var key = asked.key();
    var device = asked.device();
    var verdict =
        key.isPresent() && device.isPresent()
            ? new Entering(home).enters(key.get(), device.get(), now)
            : Offline.Verdict.no("no key in clear, or no device");
    if (verdict.allowed().isPresent()) {
      var allowed = verdict.allowed().get();
      var left = Duration.between(now, allowed.until());
      if (left.toSeconds() > 0) {
        return accept(asked, allowed, left);
      }
    }
    System.out.println("without the hub, refused: " + verdict.why());
    return new Answer(asked, Answer.REJECT).sealed();
  }

  /** For a lease, after which the device asks again, or to the end. */
  private byte[] accept(Asked asked, Entitlements.Allowed who, Duration left) throws IOException {
    var answer =
        new Answer(asked, Answer.ACCEPT)
            .number(TUNNEL_TYPE, VLAN)
            .number(TUNNEL_MEDIUM, IEEE_802)
            .text(TUNNEL_GROUP, Integer.toString(who.segment()))
            .number(INTERIM, MINUTE);
    if (left.compareTo(LEASE) > 0) {
      answer.number(SESSION_TIMEOUT, (int) LEASE.toSeconds()).number(TERMINATION_ACTION, 1);
    } else {
      answer.number(SESSION_TIMEOUT, (int) left.toSeconds());
    }
    if (Accounted.own(who.grant())) {
      answer.text(CLASS, Accounted.MARK + who.grant());
    } else {
      letIn(asked, who.grant());
    }
    return answer.sealed();
  }

  private void letIn(Asked asked, String session) {
    asked.device().ifPresent(device -> inside.letIn(device, session, clock.instant()));
  }
}

package org.escale.gateway.radius;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.escale.access.AccessGrant;
import org.escale.gateway.radius.wire.Packet;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHealth;
import org.escale.spi.gateway.LiveSession;

/** One piece of gear that asks us by RADIUS who may come in, and tells us who is there. */
final class RadiusGateway implements Gateway {
  private static final long PATIENCE = Duration.ofMillis(3500).toNanos();

  private final Here here;
  private final Sessions sessions;
  private final Reports reports;
  private final Cutter cutter;
  private final Line line;
  private final Listeners listeners;
  private final Desk access;
  private final Desk accounting;
  private final Runnable closed;
  private final Optional<SecureDesk> secure;
  private final List<Supplier<String>> ports = new CopyOnWriteArrayList<>();

  /**
   * Opens it, and waits 3.5 s at most for the gear to say that it is there.
   *
   * @param closed runs when it is closed
   * @throws GatewayException if it cannot be opened; then nothing is left open
   */
  RadiusGateway(Here here, Sessions sessions, Listeners listeners, Runnable closed)
      throws GatewayException {
    this.here = here;
    this.sessions = sessions;
    this.listeners = listeners;
    this.closed = closed;
    this.cutter = new Cutter(here, sessions);
    var desk = new AccessDesk(here);
    this.reports = new Reports(here);
    var book = new AccountingDesk(here, sessions, reports);
    this.access = new Counter((packet, answers) -> desk.answer(packet).ifPresent(heard(answers)));
    this.accounting = new Counter((packet, answers) -> book.take(packet, heard(answers)));
    var tls = here.nas().tls().map(settings -> new TlsWay());
    this.secure = tls.map(way -> new SecureDesk(here, access, accounting, way));
    this.line = line(tls);
    join();
    await();
  }

  private Line line(Optional<TlsWay> tls) throws GatewayException {
    try {
      Way way = tls.isPresent() ? tls.get() : new UdpWay(here.nas().disconnect());
      return new Line(here, sessions, cutter, reports, way);
    } catch (GatewayException no) {
      reports.close();
      throw no;
    }
  }

  private void join() throws GatewayException {
    try {
      if (secure.isPresent()) {
        ports.add(listeners.join(secure.get(), here.clock())::text);
        return;
      }
      ports.add(listeners.join(here.nas().access(), access, false)::text);
      ports.add(listeners.join(here.nas().accounting(), accounting, true)::text);
    } catch (GatewayException no) {
      close();
      throw no;
    }
  }

  /** Only genuine packets are answered: each is a sign of life. */
  private Consumer<byte[]> heard(Consumer<byte[]> answers) {
    return answer -> {
      line.heard();
      answers.accept(answer);
    };
  }

  private void await() {
    long limit = System.nanoTime() + PATIENCE;
    while (here.nas().disconnect().isPresent()
        && secure.isEmpty()
        && cutter.reachable().isEmpty()
        && System.nanoTime() - limit < 0) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  @Override
  public GatewayAnswer apply(AccessGrant grant) {
    if (!grant.centre().equals(here.config().centre())) {
      return GatewayAnswer.APPLIED;
    }
    var newest = here.book().learn(grant);
    if (silent()) {
      return GatewayAnswer.UNREACHABLE;
    }
    return here.book().over(newest.id(), here.now()) && sessions.uses(newest.id())
        ? GatewayAnswer.CUTTING
        : GatewayAnswer.APPLIED;
  }

  private boolean silent() {
    return here.nas().disconnect().isPresent() && !cutter.reachable().orElse(false);
  }

  @Override
  public List<LiveSession> sessions() {
    return sessions.sessions();
  }

  @Override
  public GatewayHealth health() {
    var there = silent() ? "does not answer disconnects; " : "";
    var text = new StringBuilder(there + sessions.count() + " sessions" + here.tally().text());
    ports.forEach(port -> text.append(port.get()));
    return new GatewayHealth(!silent(), text.toString());
  }

  @Override
  public void close() {
    secure.ifPresent(listeners::leave);
    listeners.leave(here.nas().access(), access);
    listeners.leave(here.nas().accounting(), accounting);
    line.close();
    reports.close();
    closed.run();
  }

  /** Without settings and keys. */
  @Override
  public String toString() {
    return "RADIUS gateway " + here.config().id();
  }

  private interface Taking {
    void take(Packet request, Consumer<byte[]> answers);
  }

  /** One of its two desks. */
  private final class Counter implements Desk {
    private final Taking taking;

    private Counter(Taking taking) {
      this.taking = taking;
    }

    @Override
    public InetAddress nas() {
      return here.nas().nas();
    }

    @Override
    public Optional<String> identifier() {
      return here.nas().identifier();
    }

    @Override
    public void take(Packet request, Consumer<byte[]> answers) {
      taking.take(request, answers);
    }

    @Override
    public void malformed() {
      here.tally().note(Noted.MALFORMED);
    }
  }
}

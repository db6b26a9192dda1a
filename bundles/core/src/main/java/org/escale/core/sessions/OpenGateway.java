package org.escale.core.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.access.InstalledGateway;
import org.escale.service.Operations;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayHealth;
import org.escale.spi.gateway.LiveSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open gateway behind its own thread: each call takes 5 s at most, and after a silence it is
 * left alone for 10 s, so that a gateway that hangs costs nobody else. Safe for many threads.
 */
final class OpenGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenGateway.class);
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

  private final InstalledGateway row;
  private final Gateway gateway;
  private final ExecutorService line;
  private final Clock clock;
  private volatile Instant silentUntil = Instant.MIN;
  private volatile boolean knowsAll;

  OpenGateway(InstalledGateway row, Gateway gateway, ExecutorService line, Clock clock) {
    this.row = row;
    this.gateway = gateway;
    this.line = line;
    this.clock = clock;
  }

  InstalledGateway row() {
    return row;
  }

  GatewayAnswer apply(AccessGrant grant) {
    return call(() -> gateway.apply(grant)).orElse(GatewayAnswer.UNREACHABLE);
  }

  /** Whether it has taken every grant that was live when it was opened. */
  boolean knowsAll() {
    return knowsAll;
  }

  /** It has, or has not. */
  void knowsAll(boolean now) {
    knowsAll = now;
  }

  /** Whether it knows for sure that nothing of that grant is alive. */
  boolean provenDead(GrantId grant) {
    return call(gateway::sessions)
        .filter(alive -> alive.stream().map(LiveSession::grant).noneMatch(grant::equals))
        .isPresent();
  }

  /** How it stands, as an operator sees it. */
  Operations.Gear standing() {
    var health = call(gateway::health).orElse(new GatewayHealth(false, "does not answer"));
    int alive = call(gateway::sessions).map(List::size).orElse(0);
    return new Operations.Gear(
        row.id(), row.centre(), row.driver(), health.up(), alive, health.text());
  }

  @Override
  public void close() {
    try {
      line.submit(gateway::close).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      LOG.warn("gateway {} would not close: {}", row.id(), e.getClass().getSimpleName());
    }
    line.shutdownNow();
  }

  private <T> Optional<T> call(Callable<T> question) {
    if (clock.instant().isBefore(silentUntil)) {
      return Optional.empty();
    }
    try {
      return answered(line.submit(question));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      silentUntil = clock.instant().plus(LEFT_ALONE);
      LOG.warn("gateway {} did not answer: {}", row.id(), e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static <T> Optional<T> answered(Future<T> asked)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return Optional.ofNullable(asked.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
    } finally {
      asked.cancel(true);
    }
  }
}

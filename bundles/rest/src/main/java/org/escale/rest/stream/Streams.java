package org.escale.rest.stream;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.core.Response;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Call;
import org.escale.rest.problem.RefusedException;
import org.escale.service.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscribers of this door, each on a thread of its own and none on a thread that serves
 * requests: 64 in all, 4 of one account. Safe for many threads.
 */
@Component(service = Streams.class)
public final class Streams implements AutoCloseable {
  /** The media type. */
  public static final String EVENTS = "text/event-stream";

  static final int MOST = 64;
  static final int EACH = 4;
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private final SignIn signIn;
  private final Semaphore places = new Semaphore(MOST);
  private final Map<AccountId, Integer> each = new ConcurrentHashMap<>();
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "escale-stream");
            thread.setDaemon(true);
            return thread;
          });

  /** What a subscriber is sent, until it returns. */
  @FunctionalInterface
  public interface Source {
    /** Sends. */
    void send(Stream stream) throws IOException, InterruptedException;
  }

  /** With who knows whether a token still holds. */
  @Activate
  public Streams(@Reference SignIn signIn) {
    this.signIn = signIn;
  }

  /**
   * Subscribes the caller; {@code TOO_MANY_REQUESTS} where it has four streams open, {@code
   * TEMPORARILY_UNAVAILABLE} where all places are taken.
   */
  public void open(Call call, AsyncResponse suspended, Source source) {
    enter(call.caller().who());
    var response =
        (HttpServletResponse)
            PhaseInterceptorChain.getCurrentMessage().get(AbstractHTTPDestination.HTTP_RESPONSE);
    threads.execute(
        () -> {
          try {
            serve(call, response, source);
          } finally {
            leave(call.caller().who());
            suspended.resume(Response.ok().build());
          }
        });
  }

  private void serve(Call call, HttpServletResponse response, Source source) {
    try {
      response.setStatus(HttpServletResponse.SC_OK);
      response.setContentType(EVENTS + ";charset=utf-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      response.setHeader("X-Content-Type-Options", "nosniff");
      var stream = new Stream(response.getOutputStream(), () -> holds(call));
      open.add(stream);
      try {
        stream.write("retry: 2000\n\n");
        source.send(stream);
      } finally {
        open.remove(stream);
      }
    } catch (IOException gone) {
      LOG.debug("a subscriber went away: {}", gone.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      LOG.error("a stream broke off", bug);
    }
  }

  /** The caller, as long as its token holds; in the language it asked in. */
  private Optional<Caller> holds(Call call) {
    var outcome = signIn.caller(call.secret().orElse(""));
    return outcome instanceof Outcome.Done<Caller> done
        ? Optional.of(done.value())
        : Optional.empty();
  }

  private void enter(AccountId who) {
    if (!places.tryAcquire()) {
      throw RefusedException.of(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
    if (each.merge(who, 1, Integer::sum) > EACH) {
      leave(who);
      throw new RefusedException(Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "retryAfter", "15"));
    }
  }

  private void leave(AccountId who) {
    each.computeIfPresent(who, (same, n) -> n > 1 ? n - 1 : null);
    places.release();
  }

  /** Ends them all. */
  @Override
  @Deactivate
  public void close() {
    open.forEach(Stream::close);
    threads.shutdownNow();
  }
}

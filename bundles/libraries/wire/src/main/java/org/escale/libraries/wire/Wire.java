package org.escale.libraries.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.escale.libraries.wire.WireException.Fate;

/**
 * Asks and waits, no longer than the caller's patience. One for all links of an adapter, because a
 * client of the JDK keeps a thread of its own until nobody knows it any more; all other threads end
 * a second after their work. Safe for many threads.
 */
public final class Wire {
  private static final int IDLE_SECONDS = 1;
  private static final int MOST_REDIRECTS = 3;
  private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 307, 308);

  /**
   * The JDK's client keeps the lines of servers that speak HTTP/1.0 and close them, and finds out
   * by its next question. So what may be asked twice is asked again where a line was cut.
   */
  private static final int MOST_REPEATS = 4;

  private final HttpClient client;
  private final int limit;

  /** A wire on which no answer is larger than {@code limit} bytes. */
  public Wire(int limit) {
    this.limit = limit;
    var threads =
        new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>());
    threads.setThreadFactory(
        work -> {
          var thread = new Thread(work, "wire");
          thread.setDaemon(true);
          return thread;
        });
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();
  }

  /**
   * The answer, whatever its status is. A harmless question follows a redirection within the
   * border.
   *
   * @throws WireException if there is none that can be used
   */
  public Reply send(Ask ask, Border border, Patience patience) throws WireException {
    var reply = repeated(ask, border, patience);
    var next = ask;
    for (int i = 0; i < MOST_REDIRECTS && leads(reply) && ask.harmless(); i++) {
      next = next.at(target(next.address(), reply));
      reply = repeated(next, border, patience);
    }
    return reply;
  }

  private Reply repeated(Ask ask, Border border, Patience patience) throws WireException {
    for (int i = 0; ; i++) {
      try {
        return once(ask, border, patience);
      } catch (WireException none) {
        if (none.fate() != Fate.CUT || !ask.repeatable() || i == MOST_REPEATS || patience.ended()) {
          throw none;
        }
      }
    }
  }

  private static boolean leads(Reply reply) {
    return ELSEWHERE.contains(reply.status()) && reply.header("Location").isPresent();
  }

  private static URI target(URI from, Reply reply) throws WireException {
    try {
      return from.resolve(reply.header("Location").orElseThrow());
    } catch (IllegalArgumentException odd) {
      throw new WireException(Fate.FORBIDDEN, "a redirection leads nowhere");
    }
  }

  private Reply once(Ask ask, Border border, Patience patience) throws WireException {
    border.check(ask.address());
    var request = HttpRequest.newBuilder(ask.address()).timeout(patience.left());
    ask.headers().forEach(request::header);
    request.method(
        ask.method(),
        ask.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(ask.body()));
    var answer = client.sendAsync(request.build(), head -> new LimitedBody(limit));
    return await(answer, patience);
  }

  private static Reply await(CompletableFuture<HttpResponse<String>> answer, Patience patience)
      throws WireException {
    try {
      // a little more than the request itself has, whose own end says whether it was connected
      var response = answer.get(patience.left().toMillis() + 200, TimeUnit.MILLISECONDS);
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException slow) {
      answer.cancel(true);
      throw new WireException(Fate.NO_ANSWER, "no answer within the deadline");
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new WireException(Fate.NO_ANSWER, "interrupted");
    } catch (ExecutionException failed) {
      throw understood(failed.getCause());
    }
  }

  private static WireException understood(Throwable cause) {
    if (cause instanceof LimitedBody.FloodException) {
      return new WireException(Fate.FLOODED, "the answer is larger than its limit");
    }
    if (cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnresolvedAddressException
        || cause instanceof SSLHandshakeException) {
      return new WireException(Fate.NOT_SENT, "no connection");
    }
    if (cause instanceof HttpTimeoutException) {
      return new WireException(Fate.NO_ANSWER, "no answer within the deadline");
    }
    if (cause instanceof IOException) {
      return new WireException(Fate.CUT, "no answer, or a part of one");
    }
    throw new IllegalStateException(cause);
  }
}

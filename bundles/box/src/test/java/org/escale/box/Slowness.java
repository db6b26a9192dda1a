package org.escale.box;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** How slowly a toy hub answers; until it is over. Safe for many threads. */
final class Slowness extends Filter implements AutoCloseable {
  /** What is slow: all of it, all but the head, or each octet. */
  enum Kind {
    ANSWER,
    BODY,
    OCTET
  }

  private final Pattern paths;
  private final Kind kind;
  private final Duration time;
  private final AtomicInteger met = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);

  /** At those paths. */
  Slowness(String paths, Kind kind, Duration time) {
    this.paths = Pattern.compile(paths);
    this.kind = kind;
    this.time = time;
  }

  /** How many requests it met. */
  int met() {
    return met.get();
  }

  @Override
  public void close() {
    over.countDown();
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    if (paths.matcher(exchange.getRequestURI().getPath()).find()) {
      met.incrementAndGet();
      if (kind == Kind.ANSWER) {
        pass();
      } else {
        exchange.setStreams(null, slow(exchange.getResponseBody()));
      }
    }
    chain.doFilter(exchange);
  }

  private OutputStream slow(OutputStream fast) {
    return new FilterOutputStream(fast) {
      @Override
      public void write(byte[] all, int from, int length) throws IOException {
        if (kind == Kind.BODY) {
          pass();
          out.write(all, from, length);
          return;
        }
        for (int n = 0; n < length; n++) {
          pass();
          out.write(all[from + n]);
          out.flush();
        }
      }
    };
  }

  private void pass() throws IOException {
    try {
      over.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  @Override
  public String description() {
    return kind + " " + time;
  }
}

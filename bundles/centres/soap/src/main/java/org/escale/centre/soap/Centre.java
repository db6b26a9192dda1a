package org.escale.centre.soap;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.escale.libraries.link.Entrance;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;

/** One centre's service: every call ends at its deadline. Safe for many threads. */
final class Centre implements AutoCloseable {
  private static final int AT_ONCE = 16;

  private final Operator operator;
  private final Entrance entrance;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, AT_ONCE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Centre::thread);

  Centre(Operator operator, Entrance entrance) {
    this.operator = operator;
    this.entrance = entrance;
  }

  /**
   * The answer to a question.
   *
   * @throws CentreException if there is none that can be used
   */
  Answered ask(Message question) throws CentreException {
    try {
      return call(question);
    } catch (LostException none) {
      throw none.trouble();
    }
  }

  /**
   * The answer to a change.
   *
   * @throws LostException if there is none that can be used; it says what may have become of it
   */
  Answered call(Message message) throws LostException {
    check();
    Future<Answered> answer;
    try {
      answer =
          threads.submit(
              () ->
                  Answered.of(
                      message, operator.call(entrance, message.operation(), message.source())));
    } catch (RejectedExecutionException full) {
      throw LostException.notSent("too many ask at once");
    }
    try {
      return answer.get(entrance.deadline().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      answer.cancel(true);
      throw LostException.unanswered("no answer within the deadline");
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw LostException.unanswered("interrupted");
    } catch (ExecutionException failed) {
      throw understood(failed.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void check() throws LostException {
    try {
      entrance.border().check(entrance.border().origin());
    } catch (WireException no) {
      throw no.fate() == WireException.Fate.FORBIDDEN
          ? LostException.denied(no.getMessage())
          : LostException.notSent(no.getMessage());
    }
  }

  private static LostException understood(Throwable cause) {
    if (cause instanceof LostException known) {
      return known;
    }
    throw new IllegalStateException(cause);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "centre-soap");
    thread.setDaemon(true);
    return thread;
  }
}

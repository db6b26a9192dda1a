package org.escale.rest.call;

import java.util.Optional;
import java.util.UUID;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** The name of the request that this thread serves: in the answer, and in our log. */
public final class Trace {
  private static final String KEY = "org.escale.rest.trace";

  private Trace() {}

  /** The name; made at its first use. */
  public static String current() {
    return Optional.ofNullable(PhaseInterceptorChain.getCurrentMessage())
        .map(Message::getExchange)
        .map(exchange -> (String) exchange.computeIfAbsent(KEY, key -> fresh()))
        .orElseGet(Trace::fresh);
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}

package org.escale.rest.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.escale.caller.Caller;
import org.escale.rest.call.Json;

/** What one subscriber is sent; for one thread. Writing fails once the subscriber is gone. */
public final class Stream {
  /** So often something is sent, if only a comment, so that both sides know of each other. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** So long a stream goes on; the subscriber then comes back. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final OutputStream out;
  private final Supplier<Optional<Caller>> who;
  private final long began = System.nanoTime();
  private volatile long sent = began;
  private volatile boolean closing;

  Stream(OutputStream out, Supplier<Optional<Caller>> who) {
    this.out = out;
    this.who = who;
  }

  /** Who is subscribed, looked up afresh; empty when it is time to end. */
  public Optional<Caller> caller() {
    return closing || since(began).compareTo(LONGEST) > 0 ? Optional.empty() : who.get();
  }

  /** Sends an event under its id. */
  public void event(String id, String name, Object view) throws IOException {
    write("id: " + id + "\nevent: " + name + "\ndata: " + json(view) + "\n\n");
  }

  /** Sends a comment where nothing was sent for as long as a heartbeat. */
  public void beat() throws IOException {
    if (since(sent).compareTo(HEARTBEAT) >= 0) {
      write(": heartbeat\n\n");
    }
  }

  void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    sent = System.nanoTime();
  }

  void close() {
    closing = true;
  }

  private static String json(Object view) {
    try {
      return Json.mapper().writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("views can be written", e);
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}

package org.escale.bench.centres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.escale.bench.centres.Instance.Condition;

/**
 * What changes, as the event stream tells a centre's desk: so nobody asks again and again whether a
 * booking is firm, which would take time from whoever makes it so.
 */
final class Changes implements AutoCloseable {
  private static final int MINUTES = 2;
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final BufferedReader stream;

  /** From now on. */
  Changes(Instance instance, String account) throws IOException, InterruptedException {
    var cursor = "0";
    var page = instance.get(account, "events?limit=1000&cursor=" + cursor);
    while (!page.path("items").isEmpty()) {
      cursor = page.path("next").asText();
      page = instance.get(account, "events?limit=1000&cursor=" + cursor);
    }
    var events = instance.stream(account, "events?cursor=" + cursor);
    stream = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
    var reader = new Thread(this::read, "changes");
    reader.setDaemon(true);
    reader.start();
  }

  /** Looks at each change of that one until it is so; the instant at which the last was told. */
  long await(String id, Condition so) throws IOException, InterruptedException {
    while (true) {
      var change = told.poll(MINUTES, TimeUnit.MINUTES);
      var now = System.nanoTime();
      if (change == null) {
        throw new IllegalStateException("never told of " + id);
      }
      if (change.contains(id) && so.holds()) {
        return now;
      }
    }
  }

  private void read() {
    try {
      for (var line = stream.readLine(); line != null; line = stream.readLine()) {
        if (line.startsWith("data:")) {
          told.add(line);
        }
      }
    } catch (IOException | UncheckedIOException ended) {
      told.add("ended: " + ended.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}

package org.escale.box;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Noise over the line to the hub, signed as all that the box says. */
record LineCarrier(Line line, Identity me) implements Meter.Carrier {
  private static final int OK = 200;
  private static final int DONE = 204;

  @Override
  public long move(Meter.Way way, int bytes, Duration limit) throws IOException {
    var noise = way == Meter.Way.UP ? noise(bytes) : "";
    long began = System.nanoTime();
    var told =
        way == Meter.Way.UP
            ? line.within(limit).post(me, "line", noise)
            : line.within(limit).post(me, "line/down", Integer.toString(bytes));
    long took = System.nanoTime() - began;
    if (told.status() != OK && told.status() != DONE) {
      throw new IOException("the hub does not measure: " + told.status());
    }
    return took;
  }

  @Override
  public void rest(Duration time) throws IOException {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  /** So many characters that no proxy makes shorter by much. */
  private static String noise(int characters) {
    var bytes = new byte[characters * 3 / 4];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}

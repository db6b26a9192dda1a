package org.escale.core.gatehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import org.escale.core.fixture.Hall;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.StoreException;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What fails fails loudly, and once. */
public class WatchTest {
  private final Hall hall = new Hall();
  private final PrintStream before = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private volatile boolean away;
  private final Outbox outbox =
      (Outbox)
          Proxy.newProxyInstance(
              Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, this::answer);
  private final Watch watch =
      new Watch(hall.house.clock, hall.gateways, hall.house.snapshots, outbox);

  @Before
  public void listen() {
    watch.close(); // by itself it would look in between
    System.setErr(new PrintStream(log, true, UTF_8));
  }

  @After
  public void close() {
    System.setErr(before);
    watch.close();
    hall.close();
  }

  @Test
  public void whatCannotBeLookedAtIsSaidOnceForEachChange() {
    watch.lookSafely();
    assertEquals(0, warnings("gateways"));
    away = true;
    watch.lookSafely();
    watch.lookSafely();
    assertEquals(1, warnings("cannot be looked at"));
    away = false;
    watch.lookSafely();
    watch.lookSafely();
    assertEquals(1, warnings("looked at again"));
    away = true;
    watch.lookSafely();
    assertEquals(2, warnings("cannot be looked at"));
  }

  private Object answer(Object proxy, java.lang.reflect.Method method, Object[] args)
      throws ReflectiveOperationException {
    if (away) {
      throw new StoreException("the database is away", new IllegalStateException());
    }
    return method.invoke(hall.house.store, args);
  }

  private long warnings(String text) {
    return log.toString(UTF_8)
        .lines()
        .filter(line -> line.contains("WARN") && line.contains(text))
        .count();
  }
}

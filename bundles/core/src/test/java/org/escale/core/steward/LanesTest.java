package org.escale.core.steward;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Test;

/** Slow work delays its own lane only. */
public class LanesTest {
  private final Lanes lanes = new Lanes();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @After
  public void close() {
    lanes.close();
  }

  @Test
  public void e3_whatIsSlowDelaysItsOwnLaneOnly() throws InterruptedException {
    var later = new CountDownLatch(1);
    lanes.take("slow", "s1", () -> await(later));
    lanes.take("slow", "s2", () -> done.add("s2"));
    lanes.take("quick", "q1", () -> done.add("q1"));
    Awaitility.await().until(() -> done.equals(List.of("q1")));
    Awaitility.await().until(() -> lanes.size() == 2);
    assertTrue(lanes.settle(Duration.ofMillis(1)));
    later.countDown();
    assertTrue(lanes.settle(Duration.ofSeconds(10)));
    assertEquals(List.of("q1", "s2"), done);
    assertFalse("nothing was there", lanes.settle(Duration.ofSeconds(10)));
  }

  @Test
  public void orderIsKeptInALaneAndAKeyIsHereOnce() throws InterruptedException {
    var later = new CountDownLatch(1);
    lanes.take("a", "first", () -> await(later));
    assertFalse(lanes.take("a", "first", () -> done.add("twice")));
    var names = IntStream.range(0, 200).mapToObj(i -> "n" + i).toList();
    names.forEach(name -> assertTrue(lanes.take("a", name, () -> done.add(name))));
    later.countDown();
    lanes.settle(Duration.ofSeconds(10));
    assertEquals(names, done);
  }

  @Test
  public void moreLanesThanThreadsAllGetTheirTurn() throws InterruptedException {
    IntStream.range(0, 500).forEach(i -> lanes.take("l" + i, "k" + i, () -> done.add("k" + i)));
    lanes.settle(Duration.ofSeconds(10));
    assertEquals(500, done.stream().distinct().count());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

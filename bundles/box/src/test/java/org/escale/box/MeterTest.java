package org.escale.box;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a line carries, found without keeping it from guests. */
public class MeterTest {
  private static final long[] LINES = {64, 140, 512, 2_000, 20_000, 100_000, 1_000_000};
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  /** A line of so many kbit/s each way, 20 ms away. */
  private static final class Wire implements Meter.Carrier {
    final List<Duration> busy = new ArrayList<>();
    final List<Integer> moved = new ArrayList<>();
    private final long down;
    private final long up;
    private Duration all = Duration.ZERO;

    Wire(long down, long up) {
      this.down = down;
      this.up = up;
    }

    @Override
    public long move(Meter.Way way, int bytes, Duration limit) throws IOException {
      long speed = way == Meter.Way.DOWN ? down : up;
      long took = TimeUnit.MILLISECONDS.toNanos(20) + bytes * 8L * 1_000_000 / speed;
      var time = Duration.ofNanos(Math.min(took, limit.toNanos()));
      busy.add(time);
      moved.add(bytes);
      all = all.plus(time);
      if (took > limit.toNanos()) {
        throw new IOException("too slow");
      }
      return took;
    }

    @Override
    public void rest(Duration time) {
      all = all.plus(time);
    }
  }

  @Test
  public void r34_whatIsFoundIsWhatTheLineCarries() throws IOException {
    for (long kbps : LINES) {
      var found = new Meter(new Wire(kbps, kbps)).measure();
      long least = kbps < 140 ? 0 : kbps * 9 / 10;
      assertTrue(kbps + ": " + found, found.downKbps() >= least && found.upKbps() >= least);
      assertTrue(kbps + ": " + found, found.downKbps() <= kbps * 21 / 20 + 1);
    }
    var uneven = new Meter(new Wire(50_000, 5_000)).measure();
    assertTrue(uneven.toString(), Math.abs(uneven.downKbps() - 50_000) <= 2_500);
    assertTrue(uneven.toString(), Math.abs(uneven.upKbps() - 5_000) <= 250);
  }

  @Test
  public void r34_noLineIsBusyForMoreThanASecondNorForTwoMegabytesNorMeasuredForFiveSeconds()
      throws IOException {
    for (long down : LINES) {
      for (long up : LINES) {
        var wire = new Wire(down, up);
        new Meter(wire).measure();
        assertTrue(
            wire.busy.toString(), wire.busy.stream().allMatch(t -> t.compareTo(SECOND) <= 0));
        int bytes = wire.moved.stream().mapToInt(Integer::intValue).sum();
        assertTrue(down + "/" + up + ": " + bytes, bytes <= Meter.MOST_BYTES);
        assertTrue(down + "/" + up + ": " + wire.all, wire.all.toMillis() <= 5_000);
      }
    }
    var fast = new Wire(1_000_000, 1_000_000);
    new Meter(fast).measure();
    assertEquals(Meter.MOST_BYTES, fast.moved.stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  public void everySixHoursAndWhenTheOperatorAsksButNotWithinTenMinutes() throws IOException {
    var sampled = new Sampled(new Home(temporary.getRoot().toPath().resolve("box")));
    var nine = Instant.parse("2027-03-01T09:00:00Z");
    assertTrue(sampled.due(nine, ""));
    sampled.measure(new Meter(new Wire(10_000, 1_000)), nine);
    assertFalse(sampled.due(nine.plusSeconds(5 * 3600), ""));
    assertTrue(sampled.due(nine.plusSeconds(6 * 3600), ""));
    var asked = nine.plusSeconds(60).toString();
    assertFalse(sampled.due(nine.plusSeconds(599), asked));
    assertTrue(sampled.due(nine.plusSeconds(600), asked));
    assertFalse("it was asked before", sampled.due(nine.plusSeconds(600), nine.toString()));
    assertFalse("unreadable", sampled.due(nine.plusSeconds(600), "now"));
    assertTrue(sampled.told().orElseThrow().startsWith("{\"at\":\"2027-03-01T09:00:00Z\""));
  }

  @Test
  public void aLineThatIsAwayIsTriedOnceAndTheLastSampleStays() throws IOException {
    var sampled = new Sampled(new Home(temporary.getRoot().toPath().resolve("box")));
    var nine = Instant.parse("2027-03-01T09:00:00Z");
    sampled.measure(new Meter(new Wire(10_000, 1_000)), nine);
    var before = sampled.told();
    var later = nine.plusSeconds(7 * 3600);
    assertThrows(IOException.class, () -> sampled.measure(gone(), later));
    assertEquals(before, sampled.told());
    assertFalse(sampled.due(later.plusSeconds(60), ""));
  }

  @Test
  public void r34_theAgentTellsItsSampleWithTheNextSignOfLife() throws IOException {
    try (var box = new Plugged(temporary.getRoot().toPath())) {
      var agent = box.agent();
      assertTrue(agent.round());
      assertTrue(agent.round());
      assertTrue(box.hub.carried > 0 && box.hub.carried <= Meter.MOST_BYTES + 5_000);
      assertFalse(box.hub.beats.get(0), box.hub.beats.get(0).contains("downKbps"));
      var told = box.hub.beats.get(1);
      assertTrue(told, told.matches("(?s).*downKbps\\\\\":[1-9]\\d*,\\\\\"upKbps\\\\\":[1-9].*"));
      long once = box.hub.carried;
      assertTrue(agent.round());
      assertEquals("not again", once, box.hub.carried);
    }
  }

  private static Meter gone() {
    return new Meter(
        new Meter.Carrier() {
          @Override
          public long move(Meter.Way way, int bytes, Duration limit) throws IOException {
            throw new IOException("away");
          }

          @Override
          public void rest(Duration time) {}
        });
  }
}

package org.escale.core.boxes;

import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.util.Map;
import org.escale.core.fixture.House;
import org.escale.core.presence.LineArrivals;
import org.escale.core.presence.LineReplay;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox.Waiting;
import org.junit.Test;

/** What was told is done when it is on disk, not before (law S6). */
public class LineWaitTest {
  @Test
  public void s6_whatCannotBeKeptWaitsOn() {
    try (var house = new House()) {
      LineArrivals nobodyComes = new LineArrivals(house.store, house.snapshots, null, null, null);
      var replay =
          new LineReplay(
              house.clock,
              house.store,
              house.commits,
              nobodyComes,
              (centre, events) -> {
                throw new IOException("the disk is full");
              });
      var now = house.clock.instant();
      var details =
          Map.of(
              "box", "box-1",
              "centre", "x",
              "sequence", "1",
              "kind", "STOP",
              "at", now.toString(),
              "place", "",
              "since", now.toString());
      var waiting = new Waiting(new Effect("told", replay.kind(), "g-1", details), 1);
      assertFalse(replay.handle(waiting, now).orElseThrow().aside());
    }
  }
}

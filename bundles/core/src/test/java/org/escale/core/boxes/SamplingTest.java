package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import org.escale.access.GatewayId;
import org.escale.access.LineSamples;
import org.escale.core.connectivity.BoxStanding;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.junit.After;
import org.junit.Test;

/** What lines carry, as their boxes tell it. */
public class SamplingTest {
  private final Hall hall = new Hall();
  private final ToyBox box = new ToyBox(hall, 0);

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void r34_theLastSamplesOfItsLineAreKeptEachOnce() {
    var nine = hall.house.clock.instant();
    for (int n = 0; n < LineSamples.MOST + 2; n++) {
      var sample = new LineSamples.Sample(nine.plusSeconds(n), 10_000 + n, 1_000);
      hall.house.clock.advance(Duration.ofSeconds(1));
      Answers.done(box.beats(sample));
      Answers.done(box.beats(sample)); // told again
    }
    var kept = hall.house.all(LineSamples.class).get(0);
    assertEquals(LineSamples.MOST, kept.samples().size());
    assertEquals(10_001 + LineSamples.MOST, kept.last().orElseThrow().downKbps());
    var gear = new BoxStanding(hall.house.snapshots, hall.house.lines, hall.house.outages).all();
    assertTrue(gear.get(0).text(), gear.get(0).text().contains("10.0 Mbit/s down, 1.0 up"));
    for (var lie :
        List.of(
            new LineSamples.Sample(nine.plus(Duration.ofDays(1)), 1, 1),
            new LineSamples.Sample(nine, -1, 1),
            new LineSamples.Sample(nine, 1, LineSamples.FASTEST + 1))) {
      refused(RefusalCode.INVALID_FIELD, box.beats(lie));
    }
    assertEquals(kept, hall.house.all(LineSamples.class).get(0));
  }

  @Test
  public void r34_theOperatorAsksForASampleAndTheSignedListSaysSo() {
    assertFalse(box.entitlements().contains("measure"));
    refused(RefusalCode.NOT_ALLOWED, box.asked(hall.house.desk("x"), ToyBox.ID));
    var operator = hall.house.federation();
    refused(RefusalCode.NOT_FOUND, box.asked(operator, new GatewayId("other")));
    Answers.done(box.asked(operator, ToyBox.ID));
    var line = "\nmeasure " + hall.house.clock.instant() + "\n";
    assertTrue(box.entitlements().contains(line));
  }

  @Test
  public void r34_aBoxMovesNoMoreThanItsShareOfBytesInAnHour() {
    for (int n = 0; n < Boxes.LINE_BYTES / Boxes.LINE_PIECE; n++) {
      Answers.done(box.moves(Boxes.LINE_PIECE));
    }
    refused(RefusalCode.TOO_MANY_REQUESTS, box.moves(1));
    refused(RefusalCode.INVALID_FIELD, box.moves(Boxes.LINE_PIECE + 1));
    refused(RefusalCode.INVALID_FIELD, box.moves(-1));
    hall.house.clock.advance(Duration.ofHours(1));
    Answers.done(box.moves(1));
  }
}

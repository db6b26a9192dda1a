package org.escale.core.boxes;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.escale.access.Outage;
import org.escale.access.Watched;
import org.escale.core.connectivity.LineWatch;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.House;
import org.escale.federation.CentreId;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The minutes without a line are kept, by centre and month. */
public class OutageTest {
  private static final CentreId X = new CentreId("x");
  private static final YearMonth MARCH = YearMonth.of(2027, 3);

  private final Hall hall = new Hall();
  private ToyBox box;
  private Instant heard;

  @Before
  public void aBoxThatIsHeard() {
    box = new ToyBox(hall, 0);
    box.beats();
    heard = hall.house.clock.instant();
  }

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void r34_anOutageIsKeptFromTheLastSignOfLifeToTheNext() {
    hall.pass(Duration.ofSeconds(119));
    assertEquals("not yet", Duration.ZERO, minutes());
    hall.pass(Duration.ofSeconds(481));
    assertEquals(Optional.empty(), only().to());
    assertEquals("it goes on", Duration.ofMinutes(10), minutes());
    box.beats();
    hall.pass(Duration.ofMinutes(1));
    assertEquals(new Outage(X, heard, Optional.of(heard.plusSeconds(600))), only());
    assertEquals("it is over", Duration.ofMinutes(10), minutes());
  }

  @Test
  public void r34_anOutageOverTheTurnOfTheMonthCountsInBoth() {
    var midnight = MARCH.plusMonths(1).atDay(1).atStartOfDay(House.BRUSSELS).toInstant();
    hall.house.put(
        new Outage(X, midnight.minusSeconds(120), Optional.of(midnight.plusSeconds(60))));
    assertEquals(Duration.ofMinutes(2), minutes());
    assertEquals(
        Duration.ofMinutes(1), hall.house.outages.in(X, MARCH.plusMonths(1), House.BRUSSELS));
  }

  @Test
  public void r34_aRestartForgetsNoOutageAndHoldsItsOwnAbsenceAgainstNobody() {
    hall.pass(Duration.ofMinutes(10));
    box.beats();
    var again = restarted();
    again.run(hall.house.clock.instant());
    assertEquals("watched as before", 1, hall.all(Watched.class).size());
    assertEquals("ended by whoever came after", Duration.ofMinutes(10), minutes());

    hall.house.clock.advance(Duration.ofHours(1));
    var later = restarted();
    later.run(hall.house.clock.instant());
    assertEquals("the hub was away, not the box", Duration.ofMinutes(10), minutes());
    hall.house.clock.advance(Duration.ofMinutes(3));
    later.run(hall.house.clock.instant());
    assertEquals("from then on it is the box", Duration.ofMinutes(13), minutes());
  }

  @Test
  public void r34_oneCentreThatIsHeardAgainEndsNoOutageOfAnother() {
    var other = new CentreId("y");
    hall.house.put(new Outage(other, heard, Optional.empty()));
    hall.pass(Duration.ofMinutes(10));
    box.beats();
    hall.pass(Duration.ofMinutes(1));
    var open = hall.all(Outage.class).stream().filter(outage -> outage.to().isEmpty());
    assertEquals(List.of(other), open.map(Outage::centre).toList());
  }

  private LineWatch restarted() {
    return new LineWatch(hall.house.lines, hall.house.snapshots, hall.house.outages);
  }

  private Duration minutes() {
    return hall.house.outages.in(X, MARCH, House.BRUSSELS);
  }

  private Outage only() {
    var all = hall.all(Outage.class);
    assertEquals(1, all.size());
    return all.get(0);
  }
}

package org.escale.tck.centre;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;

/**
 * What the contract tests of feed, desk and truth share: a lab, one open link, and times of day.
 */
public abstract class CentreContract {
  static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  static final TimeSlot YEAR =
      new TimeSlot(Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));

  private CentreLab lab;
  private CentreLink link;

  /** The lab; the same for all tests of a class. */
  protected abstract CentreLab lab();

  /** Opens the link. */
  @Before
  public final void openLink() throws CentreException {
    lab = lab();
    link = lab.adapter().open(lab.config(Optional.empty()));
  }

  /** Closes it. */
  @After
  public final void closeLink() {
    link.close();
  }

  final CentreLab bench() {
    return lab;
  }

  final CentreLink link() {
    return link;
  }

  /** A slot on 10 May 2027, by hours of Brussels. */
  static TimeSlot hours(int from, int to) {
    return new TimeSlot(at(from), at(to));
  }

  private static Instant at(int hour) {
    return local("2027-05-10T00:00").plusSeconds(hour * 3600L);
  }

  static Instant local(String wallTime) {
    return LocalDateTime.parse(wallTime).atZone(BRUSSELS).toInstant();
  }

  static Key key(String booking) {
    return new Key(booking, "tck");
  }

  final List<TimeSlot> busy(SpaceRef space, TimeSlot within) throws CentreException {
    return link.feed().pull(space, within).entries().stream()
        .flatMap(entry -> entry.slots().stream())
        .sorted(java.util.Comparator.comparing(TimeSlot::from))
        .toList();
  }

  final void assertBusy(SpaceRef space, TimeSlot within, TimeSlot... expected)
      throws CentreException {
    assertEquals(List.of(expected), busy(space, within));
  }
}

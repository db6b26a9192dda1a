package org.escale.itests.badday;

import static org.junit.Assert.assertTrue;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A frozen machine, under load, with the database in the data folder. */
public class DerbyBadDaysIT {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static Day day;

  @BeforeClass
  public static void start() {
    day = new Day(FOLDER.getRoot().toPath().resolve("data"));
  }

  @AfterClass
  public static void stop() {
    day.close();
  }

  @Test
  public void b2_b3_e6_frozenForLongerThanAnyPatienceItGoesOn() {
    try (var storm = day.storm()) {
      day.awaitBookings();
      day.freeze();
      day.awaitReady();
      day.awaitBookings();
      assertTrue(storm.putOff() >= 0);
    }
    day.audit();
  }
}

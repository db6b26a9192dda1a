package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What PostgreSQL may do to an instance under load, and what a frozen machine may. */
public class PostgresBadDaysIT {
  private static final Duration GONE = Duration.ofSeconds(20);

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static PostgresServer postgres;
  private static Day day;

  @BeforeClass
  public static void start() throws Exception {
    postgres = new PostgresServer(FOLDER.getRoot().toPath().resolve("postgres"));
    day = new Day(FOLDER.getRoot().toPath().resolve("data"), "--postgres", postgres.url());
  }

  @AfterClass
  public static void stop() throws Exception {
    day.close();
    postgres.close();
  }

  @Test
  public void b2_b3_e6_afterAnImmediateRestartOfTheDatabaseItGoesOnByItself() throws Exception {
    try (var storm = day.storm()) {
      day.awaitBookings();
      postgres.tearAway();
      postgres.putBack();
      day.awaitReady();
      day.awaitBookings();
      assertTrue(storm.putOff() >= 0);
    }
    day.audit();
  }

  @Test
  public void b2_b3_e6_withoutItsDatabaseItIsUnreadyAndRefusesUntilItReturns() throws Exception {
    try (var storm = day.storm()) {
      day.awaitBookings();
      postgres.tearAway();
      Awaitility.await("red").atMost(Duration.ofSeconds(15)).until(() -> day.ready() == 503);
      int told = day.acknowledged();
      int putOff = storm.putOff();
      Awaitility.await("it stays red, and free places are still shown")
          .during(GONE)
          .atMost(GONE.multipliedBy(2))
          .until(() -> day.ready() == 503 && day.searched() == 200);
      assertEquals("no booking is acknowledged", told, day.acknowledged());
      assertTrue("writes are put off", storm.putOff() > putOff);
      assertEquals("it lives", 200, day.live());
      postgres.putBack();
      day.awaitReady();
      day.awaitBookings();
    }
    day.audit();
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

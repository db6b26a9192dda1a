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

/** A full disk and a frozen machine, under load, with the database in the data folder. */
public class DerbyBadDaysIT {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static Disk disk;
  private static Day day;

  @BeforeClass
  public static void start() throws Exception {
    disk = Disk.of(FOLDER.getRoot().toPath().resolve("disk"));
    day = new Day(disk.folder().resolve("data"));
  }

  @AfterClass
  public static void stop() throws Exception {
    day.close();
    disk.close();
  }

  @Test
  public void b2_b3_e6_onAFullDiskWritesWaitReadsGoOnAndSpaceMendsIt() throws Exception {
    try (var storm = day.storm()) {
      day.awaitBookings();
      Awaitility.await("writes are put off")
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                disk.fill(day.pid());
                return storm.putOff() >= 300;
              });
      assertEquals("free places are shown", 200, day.searched());
      assertEquals("it lives", 200, day.live());
      disk.clear(day.pid());
      day.awaitReady();
      day.awaitBookings();
    }
    day.audit();
    day.startAgain();
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

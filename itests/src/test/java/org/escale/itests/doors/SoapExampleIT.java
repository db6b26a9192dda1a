package org.escale.itests.doors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;
import org.escale.itests.process.Distribution;
import org.escale.itests.process.EscaleProcess;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What docs/integrate/soap.md shows works as it stands there. */
public class SoapExampleIT {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)<s:Envelope.*?</s:Envelope>");

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  @Test
  public void exampleOfTheGuideFindsAFreeDesk() throws IOException {
    var guide = Files.readString(Distribution.root().resolve("docs/integrate/soap.md"));
    var example = EXAMPLE.matcher(guide);
    assertTrue(example.find());
    try (var escale = EscaleProcess.start(FOLDER.newFolder().toPath()).awaitReady()) {
      var token = escale.accounts().first("member").token();
      var door = new SoapDoor(escale.http(), token);
      var message = example.group().replace("TOKEN", token).replace("2027-03-02", tuesday());
      var answer = door.send(message);
      assertEquals(answer.body(), 200, answer.status());
      assertTrue(answer.body(), answer.body().contains("spaceId"));
    }
  }

  /** The day of the guide is over some time. */
  private static String tuesday() {
    var today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    return today.with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).toString();
  }
}

package org.escale.centre.icalendar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.StaffEvent;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What a published file can do to us, and we to its server. */
public class SubscriptionTest {
  private static final TimeSlot SLOT =
      new TimeSlot(Instant.parse("2027-05-10T08:00:00Z"), Instant.parse("2027-05-10T09:00:00Z"));

  private final PublishedLab lab = new PublishedLab();
  private CentreLink link;

  @Before
  public void open() throws CentreException {
    link = lab.adapter().open(lab.config(Optional.empty()));
  }

  @After
  public void close() throws IOException {
    link.close();
    lab.close();
  }

  @Test
  public void whatDidNotChangeIsNotSentAgain() throws Exception {
    var space = published("quiet");
    age(space);
    assertEquals(1, pulled(space));
    assertEquals(1, pulled(space));
    var log = Files.readString(lab.server().folder().resolve("server.log"));
    assertTrue(log, log.contains("\" 304 "));
  }

  @Test
  public void whatChangedTwiceInOneSecondIsSeen() throws Exception {
    var space = published("busy");
    assertEquals(1, pulled(space));
    lab.staff().remove(space, "one");
    assertEquals(0, pulled(space));
  }

  @Test
  public void cf8_aPartOfAFileIsNotAnEmptyCalendar() throws Exception {
    var space = published("cut");
    var file = lab.server().folder().resolve(space.value());
    var text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 20));
    assertTrouble(Trouble.GARBLED, space);
    Files.writeString(file, "<html>canary</html>");
    assertTrouble(Trouble.GARBLED, space);
    Files.write(file, new byte[5_000_001]);
    assertTrouble(Trouble.FLOODED, space);
    Files.delete(file);
    assertTrouble(Trouble.DENIED, space);
  }

  @Test
  public void localAddressesAndOtherHostsAreNotAsked() throws Exception {
    var space = published("local");
    var url = "http://127.0.0.1:" + lab.server().address().getPort() + "/";
    try (var careful = lab.adapter().open(lab.config(url, "false"))) {
      var refused = assertThrows(CentreException.class, () -> careful.feed().pull(space, SLOT));
      assertEquals(Trouble.DENIED, refused.trouble());
      assertFalse(careful.health().up());
    }
    assertTrouble(Trouble.SETTING, new SpaceRef("http://192.0.2.1/x.ics"));
    assertTrouble(Trouble.SETTING, new SpaceRef("//192.0.2.1/x.ics"));
    assertTrouble(Trouble.SETTING, new SpaceRef("not a path"));
  }

  @Test
  public void ca2_whatCanOnlyBeReadClaimsNoMore() throws Exception {
    assertEquals(TruthMode.REQUEST, link.probe(published("probed")).claims());
    assertTrue(link.desk().isEmpty());
  }

  private SpaceRef published(String name) throws Exception {
    var space = lab.space(name);
    lab.staff().write(space, StaffEvent.once("one", SLOT));
    return space;
  }

  private void age(SpaceRef space) throws IOException {
    var file = lab.server().folder().resolve(space.value());
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }

  private int pulled(SpaceRef space) throws CentreException {
    return link.feed().pull(space, SLOT).entries().size();
  }

  private void assertTrouble(Trouble trouble, SpaceRef space) {
    var refused = assertThrows(CentreException.class, () -> link.feed().pull(space, SLOT));
    assertEquals(trouble, refused.trouble());
    assertFalse(refused.getMessage().contains("canary"));
  }
}

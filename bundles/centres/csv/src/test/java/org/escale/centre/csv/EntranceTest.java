package org.escale.centre.csv;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Who is let in where, and what is written there. */
public class EntranceTest {
  private static final TimeSlot SLOT =
      new TimeSlot(Instant.parse("2027-05-10T08:00:00Z"), Instant.parse("2027-05-10T09:00:00Z"));
  private static final String OTHER_KEY = "SHA256:" + "A".repeat(43);

  private static FolderLab folder;
  private static SftpLab sftp;

  @BeforeClass
  public static void start() throws IOException {
    folder = new FolderLab();
    sftp = new SftpLab();
  }

  @AfterClass
  public static void stop() throws IOException {
    folder.close();
    sftp.close();
  }

  @Test
  public void onlyTheServerThatIsMeantIsSpokenTo() throws Exception {
    var denied = healthOver(Map.of(CsvAdapter.HOST_KEYS, OTHER_KEY));
    assertEquals("the server's key is none of hostKeys", denied);
    assertEquals("it answers", healthOver(Map.of()));
  }

  @Test
  public void whomTheServerDoesNotKnowIsTold() throws Exception {
    var noKey = Map.of(CsvAdapter.PRIVATE_KEY, "", CsvAdapter.PASSWORD, "canary");
    assertEquals("the server does not know us by that name", healthOver(noKey));
    assertEquals(
        "a local address is not allowed", healthOver(Map.of(CsvAdapter.LOCAL_TOO, "false")));
  }

  @Test
  public void ca1_whatCannotWorkIsNamed() {
    refused("zone", Map.of(CsvAdapter.ZONE, "Nowhere"));
    refused("charset", Map.of(CsvAdapter.CHARSET, "ebcdic"));
    refused("dates", Map.of(CsvAdapter.DATES, "mdy"));
    for (var odd : List.of("ftp://x/y", "file://host/x", "/x", "sftp://x/y", "sftp://a:b@x/y")) {
      refused("place", Map.of(CsvAdapter.PLACE, odd));
    }
    var server = "sftp://a@x/y";
    refused("hostKeys", Map.of(CsvAdapter.PLACE, server));
    refused(
        "privateKey",
        Map.of(
            CsvAdapter.PLACE,
            server,
            CsvAdapter.HOST_KEYS,
            OTHER_KEY,
            CsvAdapter.PRIVATE_KEY,
            "canary"));
  }

  @Test
  public void aPlaceWithoutBothFoldersIsNotWell() throws Exception {
    var settings = Map.of(CsvAdapter.PLACE, folder.staff().folder().resolve("in").toUri() + "");
    try (var link = folder.adapter().open(folder.config(settings))) {
      assertFalse(link.health().up());
      assertEquals("there is no folder in, or no folder out", link.health().text());
    }
  }

  @Test
  public void cd8_theCentreReadsOurBookingsWithoutAnyPerson() throws Exception {
    var space = folder.space("out");
    try (var link = folder.adapter().open(folder.config(Map.of()))) {
      assertEquals(TruthMode.REQUEST, link.probe(space).claims());
      var desk = link.desk().orElseThrow();
      var held = (DeskAnswer.Done) desk.hold(request(space, "b7"));
      assertEquals(
          List.of(
              "key,from,to,status,until,label",
              "b7@here.escale,2027-05-10T10:00:00+02:00,2027-05-10T11:00:00+02:00,held,"
                  + "2027-05-10T09:59:00+02:00,Escale b7"),
          Files.readAllLines(folder.out(space, "bookings")));
      desk.confirm(held.ref());
      var row = Files.readAllLines(folder.out(space, "bookings")).get(1);
      assertTrue(row, row.contains(",busy,,Escale b7"));
    }
  }

  @Test
  public void aFileOfOursThatSomebodyBrokeIsNotWrittenOver() throws Exception {
    var space = folder.space("broken");
    Files.writeString(folder.out(space, "bookings"), "key,from,to\nx,y,z\n");
    try (var link = folder.adapter().open(folder.config(Map.of()))) {
      var answer = link.desk().orElseThrow().hold(request(space, "b8"));
      assertEquals(new DeskAnswer.Refused("garbled"), answer);
      assertEquals("key,from,to\nx,y,z\n", Files.readString(folder.out(space, "bookings")));
    }
  }

  @Test
  public void whatIsLongOverIsLeftOut() throws Exception {
    var space = folder.space("over");
    var april = new TimeSlot(Instant.parse("2027-04-10T08:00:00Z"), SLOT.from());
    var old = Instant.parse("2027-04-20T08:00:00Z");
    try (var link = folder.adapter().open(folder.config(Map.of()))) {
      var desk = link.desk().orElseThrow();
      desk.hold(
          new HoldRequest(space, key("old"), new TimeSlot(april.from(), old), old, "Escale old"));
      desk.hold(request(space, "new"));
      assertEquals(2, Files.readAllLines(folder.out(space, "bookings")).size());
    }
  }

  private static HoldRequest request(SpaceRef space, String booking) {
    return new HoldRequest(
        space, key(booking), SLOT, SLOT.from().minusSeconds(60), "Escale " + booking);
  }

  private static Key key(String booking) {
    return new Key(booking, "here");
  }

  private static String healthOver(Map<String, String> settings) throws CentreException {
    var port = sftp.address().orElseThrow().getPort();
    try (var link = sftp.adapter().open(sftp.config(port, settings))) {
      return link.health().text();
    }
  }

  private static void refused(String setting, Map<String, String> settings) {
    var no =
        assertThrows(
            setting,
            CentreException.class,
            () -> folder.adapter().open(folder.config(settings)).close());
    assertEquals(Trouble.SETTING, no.trouble());
    assertTrue(no.getMessage(), no.getMessage().startsWith(setting));
    assertFalse(no.getMessage(), no.getMessage().contains("canary"));
  }
}

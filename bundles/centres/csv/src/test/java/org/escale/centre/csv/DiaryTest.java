package org.escale.centre.csv;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.spi.centre.CentreEvents;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.CentreLink;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What happened at the centre, as files say it. */
public class DiaryTest {
  private static final Path PAGE = Path.of("../../../docs/integrate/centre-events.md");

  private FolderLab lab;
  private FileDiary diary;
  private CentreLink link;
  private CentreEvents events;

  @Before
  public void begin() throws Exception {
    lab = new FolderLab();
    diary = new FileDiary(lab.staff());
    link = lab.adapter().open(lab.config(Optional.empty()));
    events = link.events().orElseThrow();
  }

  @After
  public void end() throws IOException {
    link.close();
    lab.close();
  }

  @Test
  public void thePageIsUnderstood() throws Exception {
    var example =
        Files.readAllLines(PAGE).stream()
            .filter(row -> row.startsWith("    ") && row.contains(";"))
            .map(String::strip)
            .collect(Collectors.joining("\n", "", "\n"));
    diary.put(example);
    var page = events.pull(Optional.empty());
    assertEquals(0, page.rejected());
    var kinds = page.events().stream().map(CentreEvent::kind).toList();
    assertEquals(List.of(Kind.ARRIVED, Kind.EXTRA, Kind.LEFT, Kind.CORRECTED), kinds);
    var copies = page.events().get(1);
    assertEquals(Instant.parse("2027-05-10T08:20:00Z"), copies.at());
    assertEquals("photocopy", copies.what());
    assertEquals(new BigDecimal(12), copies.quantity());
    assertEquals("v-4712", page.events().get(3).what());
  }

  @Test
  public void aCentreThatHasNotToldAnythingYetIsNoTrouble() throws Exception {
    assertEquals(List.of(), events.pull(Optional.empty()).events());
  }

  @Test
  public void foldersThatAreGoneAreNoEmptyFile() throws Exception {
    var in = lab.staff().folder().resolve("in");
    Files.move(in, in.resolveSibling("away"));
    try {
      events.pull(Optional.empty());
    } catch (CentreException gone) {
      return;
    }
    throw new AssertionError("nothing was read from nowhere");
  }

  @Test
  public void ce4_whatIsWrongIsToldWithRowColumnAndReason() throws Exception {
    diary.put(
        """
        key,booking,kind,at,what,quantity
        a,b-1,arrived,2027-05-10 10:00,,
        a,b-1,left,2027-05-10 11:00,,
        c,b-1,vanished,2027-05-10 11:00,,
        d,b-1,left,2027-10-31 02:30,,
        e,b-1,extra,2027-05-10 11:00,photocopy,many
        f,not a booking,left,2027-05-10 11:00,,
        g,b-1,extra,2027-05-10 11:00,,3
        """);
    var page = events.pull(Optional.empty());
    assertEquals(1, page.events().size());
    assertEquals(6, page.rejected());
    assertEquals(
        List.of("3,key", "4,kind", "5,at", "6,quantity", "7,booking", "8,what"),
        Files.readAllLines(diary.rejects()).stream()
            .skip(1)
            .map(row -> row.substring(0, row.lastIndexOf(',')))
            .map(row -> row.replace("\"", "").split(",", -1))
            .map(cells -> cells[0] + "," + cells[1])
            .toList());
    diary.put("key,booking,kind,at\na,b-1,arrived,2027-05-10 10:00\n");
    events.pull(Optional.of(page.next()));
    assertFalse(Files.exists(diary.rejects()));
  }

  @Test
  public void ce8_rowsThatWereAddedAloneAreGiven() throws Exception {
    var text = "key,booking,kind,at\na,b-1,arrived,2027-05-10 10:00\n";
    diary.put(text);
    var first = events.pull(Optional.empty());
    diary.put(text + "b,b-1,left,2027-05-10 11:00\n");
    var second = events.pull(Optional.of(first.next()));
    assertEquals(List.of("b"), second.events().stream().map(CentreEvent::key).toList());
    diary.put(text.replace("10:00", "10:01") + "b,b-1,left,2027-05-10 11:00\n");
    assertEquals(2, events.pull(Optional.of(second.next())).events().size());
  }

  @Test
  public void aFileOfAnotherShapeIsNotUsed() throws Exception {
    diary.put("key,from,to\na,2027-05-10 10:00,2027-05-10 11:00\n");
    try {
      events.pull(Optional.empty());
    } catch (CentreException garbled) {
      assertEquals(Trouble.GARBLED, garbled.trouble());
      assertTrue(garbled.getMessage(), garbled.getMessage().contains("booking"));
      return;
    }
    throw new AssertionError("it was used");
  }

  @Test
  public void withoutTheSettingNothingIsExchanged() throws Exception {
    try (var silent = lab.adapter().open(lab.config(Map.of(CsvAdapter.EVENTS, "false")))) {
      assertTrue(silent.events().isEmpty());
    }
  }
}

package org.escale.centre.csv;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What spreadsheets and programs write, and what becomes of it. */
public class SheetTest {
  private static final TimeSlot YEAR = slot("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
  private static final TimeSlot TEN = slot("2027-05-10T08:00:00Z", "2027-05-10T09:00:00Z");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private FolderLab lab;
  private SpaceRef space;

  @Before
  public void begin() throws IOException {
    lab = new FolderLab();
    space = lab.space("sheet");
  }

  @After
  public void end() throws IOException {
    lab.close();
  }

  @Test
  public void theMarkTheSemicolonAndQuotesAreUnderstood() throws Exception {
    put(
        "\uFEFF"
            + """
        Title;KEY;from;to
        "He said ""no; never"",
        and left";a;2027-05-10 10:00;2027-05-10T11:00:00

        x ;b ; 2027-05-10T12:00+02:00;2027-05-10T11:00:00Z
        """
                .replace("\n", "\r\n"));
    assertEquals(List.of(TEN, slot("2027-05-10T10:00:00Z", "2027-05-10T11:00:00Z")), busy());
    assertFalse(Files.exists(lab.out(space, "rejects")));
  }

  @Test
  public void tabsCommasAndDaysFirstAreUnderstood() throws Exception {
    put("key\tfrom\tto\na\t10/05/2027 10:00\t10.05.2027 11:00:00\n");
    assertEquals(List.of(TEN), busy(Map.of(CsvAdapter.DATES, "dmy")));
    put("key,from,to\na,2027-05-10 10:00,2027-05-10 11:00\n");
    assertEquals(List.of(TEN), busy());
  }

  @Test
  public void lettersOfWindowsAreReadWhereTheyAreStated() throws Exception {
    var text = "key;title;from;to\nDéjà;Müller;2027-05-10 10:00;2027-05-10 11:00\n";
    lab.staff().put(space, text.getBytes(WINDOWS));
    assertTrouble(Trouble.GARBLED, "state its charset", Map.of());
    assertEquals(List.of(TEN), busy(Map.of(CsvAdapter.CHARSET, "windows-1252")));
  }

  @Test
  public void e4_wallTimesThatDoNotExistOrExistTwiceAreRejected() throws Exception {
    put(
        """
        key,from,to
        forward,2027-03-28 02:30,2027-03-28 04:00
        back,2027-10-31 01:00,2027-10-31 02:30
        exact,2027-10-31T02:30+02:00,2027-10-31T02:30+01:00
        """);
    assertEquals(List.of(slot("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z")), busy());
    assertEquals(
        List.of(
            "row,column,reason",
            "2,from,does not exist: the clock is put forward over it",
            "3,to,exists twice: the clock is put back; write its offset"),
        rejects());
  }

  @Test
  public void a2_rejectsSayWhereAndWhyAndNothingElse() throws Exception {
    put(
        """
        key,title,from,to,status
        canary-1,canary,soon,2027-05-10 11:00,
        ,canary,2027-05-10 10:00,2027-05-10 11:00,
        canary-2,canary,2027-05-10 10:00,2027-05-10 10:00,
        canary-3,canary,2027-05-10 10:00,2027-05-10 11:00,canary
        good,canary,2027-05-10 10:00,2027-05-10 11:00,busy
        good,canary,2027-05-10 12:00,2027-05-10 13:00,
        short
        """);
    assertEquals(List.of(TEN), busy());
    assertEquals(
        List.of(
            "row,column,reason",
            "2,from,is not a time",
            "3,key,is missing",
            "4,to,is not after from",
            "5,status,\"is not busy, held, free or cancelled\"",
            "7,key,stands in row 6 too",
            "8,from,is not a time"),
        rejects());
    put("key,from,to\ngood,2027-05-10 10:00,2027-05-10 11:00\n");
    assertEquals(List.of(TEN), busy());
    assertFalse("told no longer", Files.exists(lab.out(space, "rejects")));
  }

  @Test
  public void cf8_aFileThatIsNotWholeIsNotRead() throws Exception {
    put("key,from,to\na,2027-05-10 10:00,2027-05-10 11:00\nb,2027-05-1");
    assertTrouble(Trouble.GARBLED, "still being written", Map.of());
    put("key,title,from,to\na,\"open,2027-05-10 10:00,2027-05-10 11:00\n");
    assertTrouble(Trouble.GARBLED, "a quote is not closed", Map.of());
    put("");
    assertTrouble(Trouble.GARBLED, "still being written", Map.of());
    put("name,from,to\n");
    assertTrouble(Trouble.GARBLED, "no column key", Map.of());
    put("key,from,to\na,1/2/3,x\n");
    assertTrouble(Trouble.GARBLED, "1 rows cannot be read", Map.of());
    Files.delete(lab.staff().folder().resolve("in/" + space.value() + ".csv"));
    assertTrouble(Trouble.UNAVAILABLE, "no file", Map.of());
  }

  @Test
  public void everyLimitHolds() throws Exception {
    var row = ",2027-05-10 10:00,2027-05-10 11:00\n";
    put("key,from,to\n" + numbered(10_001, row));
    assertTrouble(Trouble.FLOODED, "10000 rows", Map.of());
    put("key,from,to\n" + numbered(1, row) + numbered(101, ",x,y\n"));
    assertTrouble(Trouble.GARBLED, "101 rows cannot be read", Map.of());
    put("key,from,to\n" + "x".repeat(1_001) + row);
    assertTrouble(Trouble.FLOODED, "1000 characters", Map.of());
    put("key,from,to\n" + "x".repeat(201) + row + numbered(1, row));
    assertEquals(List.of(TEN), busy());
    assertEquals("2,key,has more than 200 characters", rejects().get(1));
    put("key,from,to\n" + numbered(1, row) + "b,2027-01-01,2028-06-01\nc,1999-01-01,2027-01-01\n");
    assertEquals("3,to,is more than 400 days after from", rejects(busy()).get(1));
    lab.staff().put(space, new byte[Shelf.LARGEST + 1]);
    assertTrouble(Trouble.FLOODED, "larger", Map.of());
  }

  @Test
  public void aSpaceIsANameAndNoPath() {
    for (var odd : List.of("../in/x", "a/b", ".hidden", "x".repeat(65), "a b")) {
      var refused = assertThrows(CentreException.class, () -> pulled(new SpaceRef(odd), Map.of()));
      assertEquals(Trouble.SETTING, refused.trouble());
    }
  }

  private List<String> rejects(List<TimeSlot> read) throws IOException {
    assertEquals(List.of(TEN), read);
    return rejects();
  }

  private List<String> rejects() throws IOException {
    return Files.readAllLines(lab.out(space, "rejects"));
  }

  private static String numbered(int rows, String rest) {
    var text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(i).append(rest);
    }
    return text.toString();
  }

  private void put(String text) throws IOException {
    lab.staff().put(space, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<TimeSlot> busy() throws CentreException {
    return busy(Map.of());
  }

  private List<TimeSlot> busy(Map<String, String> settings) throws CentreException {
    return pulled(space, settings);
  }

  private List<TimeSlot> pulled(SpaceRef name, Map<String, String> settings)
      throws CentreException {
    try (var link = lab.adapter().open(lab.config(settings))) {
      return link.feed().pull(name, YEAR).entries().stream()
          .flatMap(entry -> entry.slots().stream())
          .sorted(java.util.Comparator.comparing(TimeSlot::from))
          .toList();
    }
  }

  private void assertTrouble(Trouble trouble, String words, Map<String, String> settings) {
    var refused = assertThrows(CentreException.class, () -> pulled(space, settings));
    assertEquals(trouble, refused.trouble());
    assertTrue(refused.getMessage(), refused.getMessage().contains(words));
  }

  private static TimeSlot slot(String from, String to) {
    return new TimeSlot(Instant.parse(from), Instant.parse(to));
  }
}

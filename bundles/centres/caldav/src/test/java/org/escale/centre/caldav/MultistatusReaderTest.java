package org.escale.centre.caldav;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.junit.Test;

/** Answers about many things are read, never searched. */
public class MultistatusReaderTest {

  @Test
  public void aStatusIsReadWhereItStands() throws Exception {
    var answer =
        read(
            "<response><href>/c/a404.ics</href><propstat><prop><getetag>\"404\"</getetag></prop>"
                + "<status>HTTP/1.1 200 OK</status></propstat><propstat><prop><x/></prop>"
                + "<status>HTTP/1.1 404 Not Found</status></propstat></response>"
                + "<response><href>/c/b.ics</href><status>HTTP/1.1 404 Gone</status></response>"
                + "<sync-token>t2</sync-token>");
    assertEquals(Optional.of("t2"), answer.token());
    assertEquals(List.of(false, true), answer.found().stream().map(Found::gone).toList());
    assertEquals(Optional.of("\"404\""), answer.found().get(0).property(Found.ETAG));
    assertEquals(Optional.empty(), answer.found().get(0).property("x"));
  }

  @Test
  public void cf8_aPartOfAnAnswerIsNotRead() {
    var whole = "<multistatus xmlns='DAV:'><response><href>/c/a</href></response></multistatus>";
    for (int end = 0; end < whole.length(); end += 5) {
      assertTrouble(Trouble.GARBLED, whole.substring(0, end));
    }
    assertTrouble(Trouble.GARBLED, "<html>canary</html>");
    assertTrouble(Trouble.GARBLED, "<multistatus xmlns='urn:other'/>");
    assertTrouble(Trouble.GARBLED, "<multistatus xmlns='DAV:'><response/></multistatus>");
  }

  @Test
  public void anAnswerBringsNoDefinitions() {
    assertTrouble(
        Trouble.GARBLED,
        "<!DOCTYPE multistatus [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + "<multistatus xmlns='DAV:'><response><href>&x;</href></response></multistatus>");
    assertTrouble(
        Trouble.GARBLED,
        "<!DOCTYPE multistatus [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
            + "<multistatus xmlns='DAV:'><response><href>&b;</href></response></multistatus>");
  }

  @Test
  public void ca4_nothingOfAnAnswerIsRepeated() throws Exception {
    var answer = read("<response><href>/c/canary.ics</href></response>");
    assertFalse(answer.toString(), answer.toString().contains("canary"));
  }

  @Test
  public void moreThanTheLimitIsAFlood() {
    assertTrouble(
        Trouble.FLOODED,
        "<multistatus xmlns='DAV:'>"
            + "<response><href>/c/a</href></response>".repeat(10_001)
            + "</multistatus>");
  }

  private static Multistatus read(String inside) throws CentreException {
    return MultistatusReader.read("<multistatus xmlns='DAV:'>" + inside + "</multistatus>");
  }

  private static void assertTrouble(Trouble trouble, String xml) {
    var refused = assertThrows(CentreException.class, () -> MultistatusReader.read(xml));
    assertEquals(trouble, refused.trouble());
    assertFalse(refused.getMessage().contains("canary"));
    assertTrue(refused.getCause() == null);
  }
}

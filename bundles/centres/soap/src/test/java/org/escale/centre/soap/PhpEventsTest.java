package org.escale.centre.soap;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.tck.centre.CentreEventsContract;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.EventStaff;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The rules of events, against PHP's own SoapServer. */
public class PhpEventsTest extends CentreEventsContract {
  private static PhpLab lab;
  private static PhpDiary diary;

  @BeforeClass
  public static void start() throws IOException {
    lab = new PhpLab(true);
    diary = new PhpDiary(lab.staff());
  }

  @AfterClass
  public static void stop() throws IOException {
    lab.close();
  }

  @Override
  protected CentreLab lab() {
    return lab;
  }

  @Override
  protected EventStaff diary() {
    return diary;
  }

  @Test
  public void ce4_staffReadsWhatCouldNotBeUnderstoodAndWhy() throws Exception {
    diary.scribbles("odd-1");
    try (var link = lab.adapter().open(lab.config(Optional.empty()))) {
      link.events().orElseThrow().pull(Optional.empty());
      assertEquals(List.of("odd-1 at is not a time with its offset"), diary.odd());
      diary.putsRight(new CentreEvent("odd-1", "b-1@tck.escale", Kind.ARRIVED, Instant.EPOCH));
      link.events().orElseThrow().pull(Optional.empty());
      assertEquals(List.of(), diary.odd());
      assertEquals("yes", link.probe(lab.space("nine")).findings().get("events"));
    }
  }

  @Test
  public void aServiceWithoutEventsIsSeenAsSuchAndItsCalendarGoesOn() throws Exception {
    try (var plain = new PhpLab(true, "six");
        var link = plain.adapter().open(plain.config(Optional.empty()))) {
      assertEquals("no", link.probe(plain.space("six")).findings().get("events"));
      assertTrue(link.health().up());
      var none =
          assertThrows(
              CentreException.class, () -> link.events().orElseThrow().pull(Optional.empty()));
      assertEquals(none.getMessage(), Trouble.GARBLED, none.trouble());
    }
  }

  @Test
  public void whoDidNotSwitchEventsOnIsNotAsked() throws Exception {
    var url = "http://127.0.0.1:" + lab.address().orElseThrow().getPort() + "/";
    try (var link = lab.adapter().open(lab.config(url, "secret", "false"))) {
      assertFalse(link.events().isPresent());
    }
  }
}

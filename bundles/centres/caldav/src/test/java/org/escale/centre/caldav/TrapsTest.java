package org.escale.centre.caldav;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.StaffEvent;
import org.escale.tck.centre.StaffEvent.Shape;
import org.escale.word.TimeSlot;
import org.junit.Test;

/** What real servers were seen doing, each on the server that does it. */
public class TrapsTest {
  private static final TimeSlot SLOT =
      new TimeSlot(Instant.parse("2027-05-10T08:00:00Z"), Instant.parse("2027-05-10T09:00:00Z"));
  private static final TimeSlot THIRD_DAY =
      new TimeSlot(Instant.parse("2027-05-12T08:00:00Z"), Instant.parse("2027-05-12T09:00:00Z"));

  private interface With {
    void link(DavLab lab, CentreLink link, SpaceRef space) throws Exception;
  }

  @Test
  public void xandikosFindsNoLaterDateOfASeriesByTime() throws Exception {
    on(
        Program.XANDIKOS,
        (lab, link, space) -> {
          lab.staff().write(space, new StaffEvent("series", Shape.DAILY, SLOT, "staff"));
          assertEquals(1, link.feed().pull(space, THIRD_DAY).entries().size());
          assertEquals("asked for by name", link.probe(space).findings().get("series"));
          assertEquals(1, link.feed().pull(space, THIRD_DAY).entries().size());
        });
    on(
        Program.RADICALE,
        (lab, link, space) -> {
          lab.staff().write(space, new StaffEvent("series", Shape.DAILY, SLOT, "staff"));
          assertEquals("found by time", link.probe(space).findings().get("series"));
          assertEquals(1, link.feed().pull(space, THIRD_DAY).entries().size());
        });
  }

  /** Radicale and Cyrus refuse with 403, Xandikos fails with 500, SabreDAV never had a token. */
  @Test
  public void cf7_anUnknownTokenIsAResetHoweverItIsRefused() throws Exception {
    for (var program : Program.EVERY_RUN) {
      on(
          program,
          (lab, link, space) -> {
            var cursor = new Position("http://nobody.example/sync/1", "", "").cursor();
            var page = link.feed().changes(space, new Since(Optional.of(cursor), SLOT, 10));
            assertTrue(program.name(), page.reset());
          });
    }
  }

  /**
   * Radicale refuses with 409, Cyrus with 403; Xandikos says 207 and hides the error inside;
   * SabreDAV writes it a second time.
   */
  @Test
  public void ourUidElsewhereIsNotTakenForOurEntry() throws Exception {
    for (var program : Program.EVERY_RUN) {
      on(
          program,
          (lab, link, space) -> {
            var key = new Key("elsewhere", "tck");
            var copied = EventText.of(StaffEvent.once("copied", SLOT), key.uid());
            assertTrue(lab.staff().put(space, "copied.ics", copied) < 300);
            var answer = link.desk().orElseThrow().hold(request(space, key));
            var written = link.desk().orElseThrow().lookup(space, key).isPresent();
            assertEquals(answer.toString(), written, answer instanceof DeskAnswer.Done);
            assertEquals(program.name(), program == Program.SABREDAV, written);
          });
    }
  }

  private static void on(Program program, With with) throws Exception {
    var lab = DavLab.of(program);
    try (var link = lab.adapter().open(lab.config(Optional.empty()))) {
      with.link(lab, link, lab.space("trap"));
    }
  }

  private static HoldRequest request(SpaceRef space, Key key) {
    return new HoldRequest(space, key, SLOT, SLOT.from(), "Escale");
  }
}

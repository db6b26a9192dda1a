package org.escale.centre.caldav;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.StaffEvent;
import org.escale.word.TimeSlot;
import org.junit.Test;

/** What DAViCal and SOGo were seen doing, each in its own way. */
public class TrapsInFull {
  private static final List<Program> BOTH = List.of(Program.DAVICAL, Program.SOGO);
  private static final TimeSlot SLOT = slot(0);
  private static final TimeSlot LONG = new TimeSlot(SLOT.from(), SLOT.to().plusSeconds(10_000_000));
  private static final int MANY = 150;

  private interface With {
    void link(DavLab lab, CentreLink link, SpaceRef space) throws Exception;
  }

  /** SOGo tells changes by whole seconds, DAViCal those that are committed late never. */
  @Test
  public void cf6_nothingIsLostWhileStaffWritesAndWePoll() throws Exception {
    for (var program : BOTH) {
      on(
          program,
          (lab, link, space) -> {
            var staff = Executors.newSingleThreadExecutor();
            try {
              var written =
                  staff.submit(
                      () -> {
                        for (int i = 0; i < MANY; i++) {
                          lab.staff().write(space, StaffEvent.once("many-" + i, slot(i)));
                        }
                        return true;
                      });
              var seen = new HashMap<String, ForeignEntry>();
              var cursor = Optional.<Cursor>empty();
              while (!written.isDone()) {
                cursor = Optional.of(read(link, space, cursor, seen));
              }
              assertTrue(written.get());
              read(link, space, cursor, seen);
              assertEquals(program.name(), MANY, seen.size());
            } finally {
              staff.shutdownNow();
            }
          });
    }
  }

  /** DAViCal writes our UID a second time under another name, SOGo refuses it with 409. */
  @Test
  public void ourUidElsewhereIsNotTakenForOurEntry() throws Exception {
    for (var program : BOTH) {
      on(
          program,
          (lab, link, space) -> {
            var key = new Key("elsewhere", "tck");
            var copied = EventText.of(StaffEvent.once("copied", SLOT), key.uid());
            assertTrue(lab.staff().put(space, "copied.ics", copied) < 300);
            var request = new HoldRequest(space, key, SLOT, SLOT.from(), "Escale");
            var answer = link.desk().orElseThrow().hold(request);
            var written = link.desk().orElseThrow().lookup(space, key).isPresent();
            assertEquals(answer.toString(), written, answer instanceof DeskAnswer.Done);
            assertEquals(program.name(), program == Program.DAVICAL, written);
          });
    }
  }

  /** What a probe finds of their feeds, and that SOGo writes twice at one place. */
  @Test
  public void ca2_aProbeTellsThemApart() throws Exception {
    on(
        Program.DAVICAL,
        (lab, link, space) -> {
          var findings = link.probe(space).findings();
          assertEquals("etags", findings.get("changes"));
          assertEquals("yes", findings.get("create-once"));
        });
    on(
        Program.SOGO,
        (lab, link, space) -> {
          var findings = link.probe(space).findings();
          assertEquals("feed", findings.get("changes"));
          assertEquals("no", findings.get("create-once"));
        });
  }

  private static Cursor read(
      CentreLink link, SpaceRef space, Optional<Cursor> from, Map<String, ForeignEntry> seen)
      throws Exception {
    var page = link.feed().changes(space, new Since(from, LONG, 1000));
    assertTrue(page.toString(), !page.reset() && !page.more());
    page.entries().forEach(entry -> seen.put(entry.id(), entry));
    return page.next();
  }

  private static TimeSlot slot(int hour) {
    var from = java.time.Instant.parse("2027-05-10T08:00:00Z").plusSeconds(hour * 3600L);
    return new TimeSlot(from, from.plusSeconds(3600));
  }

  private static void on(Program program, With with) throws Exception {
    var lab = DavLab.of(program);
    try (var link = lab.adapter().open(lab.config(Optional.empty()))) {
      with.link(lab, link, lab.space("trap"));
    }
  }
}

package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.escale.presence.Visit;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes.Seen;
import org.junit.Test;

/** What a box may tell, and how it is taken (laws S5, S6). */
public class HearingTest extends LineHall {
  private static final String GRANT = "no-such-session";

  @Test
  public void s5_whatABoxTellsIsLookedAtWholeBeforeAnythingIsTaken() {
    var good = new Seen(1, "ADMIT", grant("desk"), nine, "desk/x-2");
    for (var bad :
        List.of(
            new Seen(0, "STOP", GRANT, nine),
            new Seen(2, "STOP", "two words", nine),
            new Seen(2, "STOP", GRANT, Instant.EPOCH),
            new Seen(2, "DANCE", GRANT, nine),
            new Seen(2, "ADMIT", GRANT, nine, "room/x-1"),
            new Seen(2, "ADMIT", GRANT, nine, "desk/" + "x".repeat(97)))) {
      refused(RefusalCode.INVALID_FIELD, box.tells(good, bad));
    }
    assertEquals(List.of(), hall.all(Visit.class));
    done(box.tells(good));
    assertEquals(1, hall.all(Visit.class).size());
  }

  @Test
  public void s5_oneMessageHasFiveHundredEventsAtMost() {
    refused(RefusalCode.INVALID_FIELD, box.tells());
    refused(RefusalCode.INVALID_FIELD, box.tells(alive(501)));
    assertEquals(Long.valueOf(500), done(box.tells(alive(500))));
  }

  @Test
  public void e5_theNumbersGiveTheOrder() {
    var grant = grant("desk");
    hall.pass(Duration.ofHours(1));
    done(
        box.tells(
            new Seen(2, "STOP", grant, nine.plusSeconds(1800)),
            new Seen(1, "ADMIT", grant, nine, "desk/x-2")));
    assertEquals("nothing had to wait", List.of(), waits());
    assertEquals(nine.plusSeconds(1800), only().closing().orElseThrow().at());
  }

  @Test
  public void e5_aClockMayBeOffByTwoMinutesEitherWay() {
    var alive = alive(1);
    done(box.tells(Duration.ofMinutes(2), alive));
    done(box.tells(Duration.ofMinutes(-2), alive));
    refused(RefusalCode.NOT_FOUND, box.tells(Duration.ofSeconds(121), alive));
    refused(RefusalCode.NOT_FOUND, box.tells(Duration.ofSeconds(-121), alive));
  }

  @Test
  public void s5_whatABoxTellsThatNobodyBelievesDoesNotCount() {
    var admit = new Seen(1, "ADMIT", grant("desk"), nine, "desk/x-2");
    box.revoked();
    refused(RefusalCode.NOT_FOUND, box.tells(admit));
    assertEquals(List.of(), hall.all(Visit.class));
    assertEquals(List.of(), waits());
  }

  @Test
  public void e6_whatCannotBeKeptIsToldAgain() {
    var admit = new Seen(1, "ADMIT", grant("desk"), nine, "desk/x-2");
    hall.house.store.away(true);
    refused(RefusalCode.TEMPORARILY_UNAVAILABLE, box.tells(admit));
    hall.house.store.away(false);
    done(box.tells(admit));
    assertEquals(1, hall.all(Visit.class).size());
  }

  private Seen[] alive(int events) {
    return IntStream.rangeClosed(1, events)
        .mapToObj(number -> new Seen(number, "ALIVE", GRANT, nine))
        .toArray(Seen[]::new);
  }
}

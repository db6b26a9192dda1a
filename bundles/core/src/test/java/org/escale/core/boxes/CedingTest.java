package org.escale.core.boxes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.access.Box;
import org.escale.access.GatewayId;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.OpeningHours;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.service.Boxes;
import org.junit.Test;

/** Which desks are a box's, and which boxes count (rule L4, law S5). */
public class CedingTest extends LineHall {
  @Test
  public void l4_onlyDesksThatWeDecideOnAreCeded() {
    assertEquals(Set.of("x-2"), ceded());
    hall.house.put(Words.space("x-9", "x", SpaceKind.ROOM));
    hall.house.put(Words.space("x-8", "x", TruthMode.CENTRE_ATOMIC));
    assertEquals("of a room, or of another system's desk, no box disposes", Set.of("x-2"), ceded());
    hall.house.put(Words.space("x-7", "x", TruthMode.ALLOTMENT));
    assertEquals(Set.of("x-7"), ceded());
  }

  @Test
  public void l4_outsideTheHoursThatItsCentreCedesADeskIsNotTheBoxsEither() {
    var evening = new OpeningHours.Hours(LocalTime.of(16, 0), LocalTime.of(18, 0));
    var hours =
        new OpeningHours(House.BRUSSELS, Map.of(DayOfWeek.MONDAY, List.of(evening)), Set.of());
    hall.house.put(
        new Space(
            new SpaceId("x-7"),
            X,
            "x-7",
            SpaceKind.DESK,
            1,
            Map.of(),
            Set.of(),
            TruthMode.ALLOTMENT,
            Optional.of(hours)));
    assertEquals(Set.of("x-7"), ceded());
    assertFalse(box.entitlements().contains("\ndesk "));
  }

  @Test
  public void s5_desksAreCededFromWhenABoxIsExpectedUntilItsTokenEnds() {
    expect("box-2");
    assertEquals(Set.of("x-1", "x-2"), ceded());
    hall.house.clock.advance(Duration.ofHours(Boxes.TOKEN_HOURS));
    assertEquals(Set.of("x-2"), ceded());
  }

  @Test
  public void s5_aCentreIsCutOffAsSoonAsOneOfItsBoxesIs() {
    var other = new ToyBox(hall, "box-2", 0);
    other.beats();
    var heard = hall.house.clock.instant();
    hall.pass(Duration.ofMinutes(2));
    box.beats();
    assertEquals(Optional.of(heard), hall.house.lines.cutSince(X));
    assertTrue(hall.house.lines.heardUntil(X, heard));
    assertFalse(hall.house.lines.heardUntil(X, heard.plusSeconds(1)));
    other.revoked();
    assertEquals("nobody waits for that one", Optional.empty(), hall.house.lines.cutSince(X));
  }

  @Test
  public void s5_whatABoxHasAlreadyIsNotCountedTwice() {
    hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    Answers.done(hall.boxes().cede(hall.house.federation(), ToyBox.ID, 1, 2));
    expect("box-2", 0);
    var last = hall.house.snapshots.now().get(Space.class, new SpaceId("x-2")).orElseThrow();
    assertEquals(Set.of(last.id()), hall.house.lines.cededWith(last));
    hall.house.put(Words.space("x-3", "x", SpaceKind.DESK));
    expect("box-2", 1);
    var other = hall.house.snapshots.now().get(Space.class, new SpaceId("x-3")).orElseThrow();
    assertEquals(Set.of(last.id(), other.id()), hall.house.lines.cededWith(other));
  }

  private void expect(String id) {
    expect(id, 1);
  }

  private void expect(String id, int desks) {
    var plan = hall.house.all(Box.class).get(0).plan().ceding(desks);
    Answers.done(hall.boxes().expect(hall.house.federation(), new GatewayId(id), X, plan));
  }

  private Set<String> ceded() {
    return hall.house.lines.ceded(X).stream().map(SpaceId::value).collect(Collectors.toSet());
  }
}

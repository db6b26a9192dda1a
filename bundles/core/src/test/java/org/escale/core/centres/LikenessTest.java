package org.escale.core.centres;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.service.Onboarding.Place;
import org.junit.Test;

/** Which place is proposed for which space. */
public class LikenessTest {
  private static Map<SpaceId, String> proposed(List<Space> spaces, String... refs) {
    return Likeness.proposed(spaces, Arrays.stream(refs).map(ref -> new Place(ref, ref)).toList());
  }

  private static Space space(String id, String name) {
    return new Space(
        new SpaceId(id),
        new CentreId("x"),
        name,
        SpaceKind.DESK,
        1,
        Map.of(),
        Set.of(),
        TruthMode.FEDERATION);
  }

  @Test
  public void accentsCaseAndLeadingNoughtsAreNoDifference() {
    var spaces = List.of(space("a", "Salle Événement 02"), space("b", "Salle Événement 3"));
    assertEquals(
        Map.of(new SpaceId("a"), "/cal/salle-evenement-2/", new SpaceId("b"), "SALLE_EVENEMENT_03"),
        proposed(spaces, "SALLE_EVENEMENT_03", "/cal/salle-evenement-2/"));
  }

  @Test
  public void anotherNumberIsAnotherThing() {
    assertEquals(Map.of(), proposed(List.of(space("d-1", "Desk 1")), "Desk 11", "Desk", "d-2"));
  }

  @Test
  public void whereTwoAreAsLikeNoneIsProposed() {
    var meuse = List.of(space("a", "Meuse"));
    assertEquals(Map.of(), proposed(meuse, "Meuse left", "Meuse right"));
    assertEquals(Map.of(new SpaceId("a"), "Meuse"), proposed(meuse, "Meuse left", "Meuse"));
    var twins = List.of(space("a", "Room of Meuse"), space("b", "Meuse, the room"));
    assertEquals(Map.of(), proposed(twins, "Meuse room"));
  }

  @Test
  public void whatAllOfACentreAreCalledIsNoLikeness() {
    assertEquals(Map.of(), proposed(List.of(space("x-office-02", "Office 2")), "x-desk-02"));
    assertEquals(1, proposed(List.of(space("x-office-02", "Office 2")), "x-office-2").size());
    assertEquals(1, proposed(List.of(space("x-2", "X 2")), "2").size());
  }

  @Test
  public void nothingLooksLikeNothing() {
    assertEquals(Map.of(), proposed(List.of(space("a", "Desk")), "Archive", "—"));
  }
}

package org.escale.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceKind;
import org.junit.Test;

public class ListsTest {
  @Test
  public void thereAre21CentresOfWhichTwoShareASite() {
    var rows = CentreList.rows();
    assertEquals(21, rows.size());
    assertEquals(20, rows.stream().map(CentreList.Row::site).distinct().count());
    assertEquals("Smart Work Center mini Liège", rows.get(8).name());
  }

  @Test
  public void theNetworksAreThoseOf2013() {
    assertEquals(10, CentreList.of("smart-work-centers", "classic").size());
    assertEquals(2, CentreList.of("smart-work-centers", "mini").size());
    assertEquals(8, CentreList.of("cowallonia", "coworking").size());
  }

  @Test
  public void eachCoworkingSpaceHasTwentyDesksAtLeast() {
    for (var row : CentreList.rows()) {
      var plan = CentrePlan.of(row.kind());
      var desks = plan.spaces(row).stream().filter(s -> s.kind() == SpaceKind.DESK).count();
      assertTrue(row.id() + " has " + desks, desks >= 20 || row.kind().equals("mini"));
      assertEquals(desks, plan.centre(row).profile().desks());
    }
  }

  @Test
  public void eachCompanyHasPeople() {
    var sizes = ClientList.companies().stream().map(c -> ClientList.people(c).size()).toList();
    assertEquals(List.of(12, 2, 4, 2, 2), sizes);
  }

  @Test
  public void r43_oneCompanyIsACentresOwnClient() {
    var own = ClientList.companies().stream().filter(c -> c.owner().isPresent()).toList();
    assertEquals(List.of(new CentreId("cei")), own.stream().map(c -> c.owner().get()).toList());
  }
}

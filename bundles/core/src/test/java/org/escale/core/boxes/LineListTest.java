package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.client.MemberId;
import org.escale.core.secrets.Sha256;
import org.escale.refusal.RefusalCode;
import org.junit.Test;

/** What a box is told of who may come while its line is away (law S5, D8). */
public class LineListTest extends LineHall {
  @Test
  public void s5_theListNamesNobodyAndHoldsNoCodeThatCouldBeUsedAnywhere() {
    hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    var list = box.entitlements();
    var lines = list.lines().filter(line -> line.startsWith("admit ")).toList();
    assertEquals("bob by his booking, ann on the ceded desk", 2, lines.size());
    assertTrue(list, list.contains("\ndesk x-2 2027-03-01T17:00:00Z\n"));
    for (var name : List.of("ann", "bob", "p-ann", "p-bob", "p-c", code("ann"), code("bob"))) {
      assertFalse(name, list.contains(name));
    }
    assertFalse("salted", list.contains(Sha256.of(code("bob"))));
    var salt = list.lines().filter(l -> l.startsWith("salt ")).findFirst().orElseThrow();
    assertTrue(list.contains(Sha256.of(salt.substring(5) + code("bob"))));
  }

  @Test
  public void s5_whoIsNotAllowedIsNotOnIt() {
    assertEquals(2, admits().size());
    hall.walkIn("ann");
    assertEquals("who is there already", 1, admits().size());
    overdue();
    assertEquals("whose company owes", 0, admits().size());
  }

  @Test
  public void s1_aCodeOpensOneVisit() {
    var first = code("bob");
    assertEquals(first, code("bob"));
    var visit = hall.walkIn("bob");
    hall.leave("bob", visit);
    assertFalse(first.equals(code("bob")));
    assertFalse(first.equals(code("ann")));
    refused(
        RefusalCode.NOT_FOUND,
        hall.reception.lineCode(
            hall.house.member("ann"), new MemberId("bob"), X, Optional.empty()));
  }
}

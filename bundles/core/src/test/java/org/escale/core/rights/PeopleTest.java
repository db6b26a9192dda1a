package org.escale.core.rights;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

/** Under which name this instance vouches. */
public class PeopleTest {
  @Test
  public void aNameThatCannotStandInACentresSystemIsRefusedAtTheStart() {
    for (var name : List.of("", "My House", "Home", "a".repeat(64), "a.b")) {
      var refused = assertThrows(IllegalArgumentException.class, () -> new People(name));
      assertTrue(refused.getMessage(), refused.getMessage().contains("org.escale.core: instance"));
    }
    assertEquals("home-2", new People("home-2").issuer());
  }
}

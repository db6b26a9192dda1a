package org.escale.spi.centre;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Names of entries in other systems. */
public class KeyTest {
  @Test
  public void aKeyIsReadBackAsItWasWritten() {
    var keys = List.of(new Key("b-1", "home"), new Key("b#1", 7, "x"), new Key("b", 999, "y"));
    for (var key : keys) {
      assertEquals(Optional.of(key), Key.of(key.uid()));
    }
    assertEquals("b-1@home.escale", new Key("b-1", "home").uid());
    assertEquals("b-1~2@home.escale", new Key("b-1", 2, "home").uid());
  }

  @Test
  public void whatIsNoKeyIsNone() {
    for (var text :
        List.of("b~0@home.escale", "b~01@home.escale", "b~1000@home.escale", "b@home")) {
      assertEquals(text, Optional.empty(), Key.of(text));
    }
    assertThrows(IllegalArgumentException.class, () -> new Key("b~1", "home"));
    assertThrows(IllegalArgumentException.class, () -> new Key("b", 1000, "home"));
    assertThrows(IllegalArgumentException.class, () -> new Key("b", "My House"));
  }

  @Test
  public void entriesOfOneBookingBelongTogether() {
    var first = new Key("b", "home");
    assertTrue(first.sameBooking(new Key("b", 3, "home")));
    assertFalse(first.sameBooking(new Key("b", "other")));
    assertFalse(first.sameBooking(new Key("c", "home")));
  }
}

package org.escale.centre.caldav;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.escale.spi.centre.Cursor;
import org.junit.Test;

/** Tokens as DAViCal and SOGo gave them, beside those of servers that forget nothing. */
public class ForgetfulTest {
  private static final List<String> OTHERS =
      List.of(
          "http://radicale.org/ns/sync/0f6f",
          "http://cyrusimap.org/ns/sync/1795393616-12",
          "1f5f9dbd2c21cbf1dd1aa2b8f9a5c0b1f0d7bd0a",
          "12");

  @Test
  public void cf6_aTokenThatIsAClockIsAskedWithOverlap() {
    assertEquals("1795393601", Forgetful.asked("1795393616"));
    assertFalse(Forgetful.isAlways("1795393616"));
    OTHERS.forEach(token -> assertEquals(token, Forgetful.asked(token)));
  }

  @Test
  public void cf6_aFeedThatIsComparedByBeginningsIsNotRead() {
    assertTrue(Forgetful.isAlways("data:,4711"));
    OTHERS.forEach(token -> assertFalse(token, Forgetful.isAlways(token)));
    var before = new Position("data:,4711", "", "").cursor();
    assertTrue(Position.of(before).filter(Position::isForgetful).isPresent());
    assertEquals(Optional.empty(), Position.of(new Cursor("other")));
  }
}

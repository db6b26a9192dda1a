package org.escale.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.escale.booking.BookingId;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * Where a booking of ours stands in the centre's own system.
 *
 * @param id the booking's
 * @param foreign the desk's id of the entry
 * @param revision as last seen
 * @param number which of the booking's entries it is: 0, and one more for each move
 */
public record ForeignBooking(
    BookingId id,
    AdapterId adapter,
    CentreId centre,
    SpaceId space,
    String foreign,
    String revision,
    int number)
    implements Word {

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(
        "centreId", centre.value(), "spaceId", space.value(), "foreign", named(space, foreign));
  }

  /** The key of what stands under that id in that space. */
  public static String named(SpaceId space, String foreign) {
    var text = space.value() + "\n" + foreign;
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
  }
}

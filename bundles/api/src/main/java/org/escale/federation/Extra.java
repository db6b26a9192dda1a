package org.escale.federation;

import java.util.Map;
import java.util.Set;
import org.escale.money.Money;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A metered service (photocopies) or bookable equipment of a centre. A new kind is a new {@code
 * kind} text, nothing else.
 *
 * @param kind what it is, by code: {@code photocopy, beamer, catering-lunch}
 * @param unit what a quantity counts: {@code page, piece, person}
 * @param names as people say it, by language
 * @param price the centre's price for one unit
 * @param stock pieces that can be booked at once; 0 where it is metered, not booked
 */
public record Extra(
    ExtraId id,
    CentreId centre,
    String kind,
    String unit,
    Map<String, String> names,
    Money price,
    int stock)
    implements Word {
  /** Copies the names. */
  public Extra {
    names = Map.copyOf(names);
  }

  /** The calendar line of the {@code piece}-th piece, from 1. */
  public SpaceId piece(int piece) {
    return new SpaceId(id.value() + "#" + piece);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.EVERYONE);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "kind", kind);
  }
}

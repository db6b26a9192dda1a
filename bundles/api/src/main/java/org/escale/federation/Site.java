package org.escale.federation;

import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;

/** A building; it can house centres of several networks. */
public record Site(SiteId id, String name, String town, String region, Position position)
    implements Word {
  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.EVERYONE);
  }
}

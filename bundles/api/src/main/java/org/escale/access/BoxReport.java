package org.escale.access;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * The last sign of life of a box.
 *
 * @param heard when it came, by the hub's clock
 * @param applied the digest of the configuration that it works by; empty where it has none
 * @param well whether the last one that it was given is the one it works by
 * @param text why not, in the words of the program that refused; up to 500 characters
 */
public record BoxReport(
    GatewayId box, CentreId centre, Instant heard, String applied, boolean well, String text)
    implements Word {
  @Override
  public Id id() {
    return box;
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value());
  }
}

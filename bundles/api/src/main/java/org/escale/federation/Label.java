package org.escale.federation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.terms.Terms.Sealed;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A quality grade that a network gave a centre; several stand side by side.
 *
 * @param name as the network says it
 * @param stars 0 where the label has no stars, else 1 to 5
 * @param rule the label rule and dated terms that decided
 * @param evidence the criteria that decided
 * @param territory the region it speaks for; empty where it states none
 */
public record Label(
    LabelId id,
    CentreId centre,
    NetworkId issuer,
    String name,
    int stars,
    Sealed rule,
    List<Criterion> evidence,
    Optional<String> territory,
    Instant since)
    implements Word {
  /** Copies the evidence. */
  public Label {
    evidence = List.copyOf(evidence);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.EVERYONE);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "networkId", issuer.value());
  }
}

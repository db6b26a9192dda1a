package org.escale.access;

import java.util.Map;
import java.util.Set;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * The channel that a company has to itself in a centre (law S2): kept while one of its sessions is
 * open there.
 *
 * @param number a VLAN number, 2 to 4094
 */
public record Segment(CentreId centre, Pseudonym company, int number) implements Word {

  /** Centre and number: one number of a centre is never given twice. */
  public record SegmentId(String value) implements Id {
    /** Checks the shape. */
    public SegmentId {
      Id.checked(value);
    }
  }

  @Override
  public Id id() {
    return new SegmentId(centre.value() + ":" + number);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.centre(centre), Reader.FEDERATION);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "company", company.value());
  }
}

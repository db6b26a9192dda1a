package org.escale.adapter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.CompanyId;
import org.escale.client.MemberId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * What an entry of another platform's directory is here: who has one belongs to that directory, who
 * has none was made here by hand.
 *
 * @param member the person that it is; empty for a company
 * @param company the company that it is; empty for a person
 * @param said what the directory said last of employment or standing: only another word of it
 *     changes ours, so that what was decided here meanwhile stays
 */
public record Counterpart(
    CounterpartId id,
    DirectoryId directory,
    Optional<MemberId> member,
    Optional<CompanyId> company,
    String said)
    implements Word {
  /** The same, when the directory says something else. */
  public Counterpart saying(String now) {
    return new Counterpart(id, directory, member, company, now);
  }

  /** Nobody's: only the platform itself reads it. */
  @Override
  public Set<Reader> readers() {
    return Set.of();
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("directoryId", directory.value());
  }
}

package org.escale.terms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * The numbers of one rule from an instant on: an immutable row, never edited; the next version
 * begins where it does and leaves this one to what was agreed under it.
 *
 * @param id network, contract and number
 * @param rule the released rule version that reads these values
 * @param validFrom in force from here until the next begins
 * @param values component name of the rule's terms record, and its text
 * @param author who entered them
 */
public record DatedTerms(
    TermsId id, RuleRef rule, Instant validFrom, SortedMap<String, String> values, String author)
    implements Word {

  /** Copies the values. */
  public DatedTerms {
    values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** What somebody signs who was shown them: SHA-256 in hex over rule, id and values. */
  public String digest() {
    var shown = rule + "\n" + id + "\n" + values;
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(shown.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.EVERYONE);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("networkId", rule.network(), "contract", rule.contract());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(validFrom);
  }
}

package org.escale.tck.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.escale.billing.UsageRecord;

/**
 * The two chains of usage records, worked out from their definition alone: SHA-256 in hex over the
 * hash before, a line feed, and the canonical JSON of the record without its chain.
 */
public final class Chains {
  private Chains() {}

  /** The name of the second chain of a record: its first one and its guest's issuer. */
  public static String issuerChain(UsageRecord record) {
    return record.chainName() + "@" + record.guest().issuer();
  }

  /** The hash of a record that follows {@code before}; empty before the first. */
  public static String hash(UsageRecord record, String before) {
    var text = before + "\n" + CanonicalJson.of(record, "chain");
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * What is wrong with one chain, given all its records in the order of their numbers; empty if it
   * is whole.
   */
  public static Optional<String> fault(List<UsageRecord> chain) {
    var before = "";
    for (int i = 0; i < chain.size(); i++) {
      var place = chain.get(i).chain();
      if (place.number() != i + 1L) {
        return Optional.of("number " + (i + 1) + " is missing in " + place.name());
      }
      if (!place.before().equals(before) || !place.hash().equals(hash(chain.get(i), before))) {
        return Optional.of("hash " + (i + 1) + " is wrong in " + place.name());
      }
      before = place.hash();
    }
    return Optional.empty();
  }
}

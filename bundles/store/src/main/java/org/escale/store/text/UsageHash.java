package org.escale.store.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.escale.billing.UsageRecord;

/**
 * The hash of a usage record in a chain (law U2): SHA-256 in hex over the hash before, a line feed,
 * and the record's JSON without its chain. The JSON is canonical: names in order, no spaces, empty
 * optionals left out.
 */
public final class UsageHash {
  private static final String NONE =
      ",\"chain\":{\"before\":\"\",\"hash\":\"\",\"issuerHash\":\"\",\"issuerNumber\":0,"
          + "\"name\":\"\",\"number\":0}";

  private final WordJson json;

  /** With the JSON of words. */
  public UsageHash(WordJson json) {
    this.json = json;
  }

  /** The text of a record that is hashed; the same wherever the record stands. */
  public String content(UsageRecord record) {
    // "chain" never comes first: "agreement" is always there
    var text = json.write(record.at(UsageRecord.Chain.NONE));
    int at = text.indexOf(NONE);
    return text.substring(0, at) + text.substring(at + NONE.length());
  }

  /** The hash of a content that follows {@code before}; empty before the first. */
  public static String of(String content, String before) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = before + "\n" + content;
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

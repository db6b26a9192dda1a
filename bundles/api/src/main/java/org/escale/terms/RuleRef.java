package org.escale.terms;

import java.util.regex.Pattern;

/**
 * The name of one released version of one rule: {@code network/contract/version}, for example
 * {@code acme/billing/2}.
 */
public record RuleRef(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("[a-z0-9-]{1,40}/[a-z]{1,20}/[1-9][0-9]{0,3}");

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text is no rule reference
   */
  public RuleRef {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a rule reference: network/contract/version");
    }
  }

  /** The network's id. */
  public String network() {
    return value.split("/", -1)[0];
  }

  /** The contract: {@code affiliation, admission, label, billing, visit}. */
  public String contract() {
    return value.split("/", -1)[1];
  }

  /** The released version, from 1. */
  public int version() {
    return Integer.parseInt(value.split("/", -1)[2]);
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.escale.billing;

import java.util.Map;
import java.util.TreeMap;
import org.escale.terms.Terms.Sealed;

/**
 * Why an amount is what it is: the rule and terms that made it, a sentence, and the figures in it.
 *
 * @param text one English sentence
 * @param figures names and values that the rule used
 */
public record Because(Sealed rule, String text, Map<String, String> figures) {
  /** Keeps the figures in order. */
  public Because {
    figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
  }
}

package org.escale.itests.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a door said: the refusal's code, or empty, and every leaf by its name in order of
 * appearance. Numbers are written alike, so that 4 and 4.0 are the same.
 */
record Reply(String code, Map<String, List<String>> leaves) {
  static Reply refused(String code, Map<String, List<String>> leaves) {
    return new Reply(code, leaves);
  }

  static Reply done(Map<String, List<String>> leaves) {
    return new Reply("", leaves);
  }

  static Map<String, List<String>> fresh() {
    return new TreeMap<>();
  }

  static void add(Map<String, List<String>> leaves, String name, String value) {
    leaves.computeIfAbsent(name, key -> new ArrayList<>()).add(alike(value));
  }

  private static String alike(String value) {
    return value.matches("-?\\d{1,15}\\.\\d{1,15}")
        ? new java.math.BigDecimal(value).stripTrailingZeros().toPlainString()
        : value;
  }

  /** All values of leaves of that name. */
  List<String> all(String name) {
    return leaves.getOrDefault(name, List.of());
  }

  /** The first value of that name. */
  String one(String name) {
    if (all(name).isEmpty()) {
      throw new AssertionError("no " + name + " in " + this);
    }
    return all(name).get(0);
  }
}

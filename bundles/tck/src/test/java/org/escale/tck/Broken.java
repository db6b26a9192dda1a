package org.escale.tck;

import static org.junit.Assert.assertEquals;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.runner.JUnitCore;

/** Runs a contract test on a plug-in that is broken on purpose, and sees which rules catch it. */
final class Broken {
  private Broken() {}

  /** The tests that fail are exactly these, by the number before the first underscore. */
  static void assertCaughtBy(Class<?> contract, String... rules) {
    var caught =
        JUnitCore.runClasses(contract).getFailures().stream()
            .map(failure -> failure.getDescription().getMethodName().split("_", -1)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(java.util.List.of(rules)), caught);
  }
}

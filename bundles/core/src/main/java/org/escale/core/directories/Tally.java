package org.escale.core.directories;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.escale.core.directories.Step.What;
import org.escale.service.Directories.Counts;
import org.escale.service.Directories.Report;

/** Counts what becomes of companies and people, and why some are not touched. For one thread. */
final class Tally {
  private final Kind companies = new Kind();
  private final Kind people = new Kind();
  private final Map<String, Integer> reasons = new TreeMap<>();

  private static final class Kind {
    private final Map<What, Integer> done = new EnumMap<>(What.class);
    private int same;
    private int left;

    private Counts counts() {
      return new Counts(of(What.CREATE), of(What.CHANGE), of(What.END), same, left);
    }

    private int of(What what) {
      return done.getOrDefault(what, 0);
    }
  }

  /** It is as it was. */
  void same(boolean person) {
    kind(person).same++;
  }

  /** It is not touched, and why. */
  void left(boolean person, String why) {
    kind(person).left++;
    reasons.merge(why, 1, Integer::sum);
  }

  /** That is to be done. */
  void planned(Step step) {
    kind(step.person()).done.merge(step.what(), 1, Integer::sum);
  }

  /** That could not be done, because something changed meanwhile. */
  void conflict(Step step) {
    kind(step.person()).done.merge(step.what(), -1, Integer::sum);
    left(step.person(), "CHANGED_MEANWHILE");
  }

  /** As it stands. */
  Report report(boolean whole) {
    return new Report(whole, companies.counts(), people.counts(), reasons);
  }

  private Kind kind(boolean person) {
    return person ? people : companies;
  }
}

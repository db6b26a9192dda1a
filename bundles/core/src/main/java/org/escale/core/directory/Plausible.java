package org.escale.core.directory;

import java.time.LocalTime;
import java.util.List;
import org.escale.federation.Centre;
import org.escale.federation.CentreProfile;
import org.escale.federation.OpeningHours.Hours;

/** Whether what a centre states about itself can be; pure. */
final class Plausible {
  private static final int HOURS_A_WEEK = 168;

  private Plausible() {}

  /** Whether no figure is below zero, and nobody is there more hours than a week has. */
  static boolean profile(CentreProfile profile) {
    return profile.staffedHoursPerWeek() >= 0
        && profile.staffedHoursPerWeek() <= HOURS_A_WEEK
        && profile.squareMetres() >= 0
        && profile.desks() >= 0
        && profile.rooms() >= 0
        && profile.broadbandMbps() >= 0;
  }

  /** Whether each day's opening times are in order and do not overlap. */
  static boolean hours(Centre centre) {
    return centre.hours().week().values().stream().allMatch(Plausible::inOrder);
  }

  private static boolean inOrder(List<Hours> day) {
    for (int i = 0; i < day.size(); i++) {
      var open = day.get(i);
      var untilMidnight = open.to().equals(LocalTime.MIDNIGHT);
      var last = i == day.size() - 1;
      if ((!untilMidnight && !open.from().isBefore(open.to()))
          || (!last && (untilMidnight || day.get(i + 1).from().isBefore(open.to())))) {
        return false;
      }
    }
    return true;
  }
}

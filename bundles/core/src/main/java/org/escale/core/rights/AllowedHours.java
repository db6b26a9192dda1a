package org.escale.core.rights;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.client.Entitlement;
import org.escale.federation.OpeningHours;
import org.escale.federation.OpeningHours.Hours;

/** The hours that an employer allows, as the opening hours that they amount to. Pure. */
final class AllowedHours {
  private AllowedHours() {}

  /** In the wall time of {@code zone}; an entitlement without hours allows always. */
  static OpeningHours of(Entitlement entitlement, ZoneId zone) {
    if (entitlement.hours().isEmpty()) {
      return OpeningHours.always(zone);
    }
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, on(entitlement, day));
    }
    return new OpeningHours(zone, week, Set.of());
  }

  private static List<Hours> on(Entitlement entitlement, DayOfWeek day) {
    return entitlement.hours().stream()
        .filter(hours -> hours.days().contains(day))
        .map(hours -> new Hours(hours.from(), hours.to()))
        .sorted(Comparator.comparing(Hours::from))
        .toList();
  }
}

package org.escale.federation;

import java.util.Set;

/**
 * What a centre states about itself, as evidence for admission and labels.
 *
 * @param staffedHoursPerWeek hours a week with reception and support staff on site
 * @param squareMetres floor space in square metres
 * @param desks bookable desks
 * @param rooms bookable rooms
 * @param equipment equipment by code, for example {@code video-conference}
 * @param wifi whether it has Wi-Fi
 * @param broadbandMbps speed of its line in Mbit/s
 * @param secureAccess whether access to the building is secured
 */
public record CentreProfile(
    int staffedHoursPerWeek,
    int squareMetres,
    int desks,
    int rooms,
    Set<String> equipment,
    boolean wifi,
    int broadbandMbps,
    boolean secureAccess) {
  /** Copies the equipment. */
  public CentreProfile {
    equipment = Set.copyOf(equipment);
  }
}

package org.escale.federation;

/** A point on the earth in degrees (WGS 84). */
public record Position(double latitude, double longitude) {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException beyond 90 or 180 degrees, or not a number
   */
  public Position {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("latitude within 90 and longitude within 180 degrees");
    }
  }

  /** The great-circle distance in kilometres (haversine on the mean earth radius). */
  public double kilometresTo(Position other) {
    double dLat = Math.toRadians(other.latitude - latitude);
    double dLon = Math.toRadians(other.longitude - longitude);
    double a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}

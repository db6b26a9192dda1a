// Degrees to kilometres east and south of a point near the middle of the country. Plain
// equirectangular: over 300 km its error is smaller than a pin. vendor/draw-map.mjs draws alike.
const KM_PER_DEGREE = 111.195;
const COS = Math.cos((50.5 * Math.PI) / 180);

export const project = ({ latitude, longitude }) => ({
  x: (longitude - 4.45) * COS * KM_PER_DEGREE,
  y: (50.5 - latitude) * KM_PER_DEGREE,
});

/** The country, in the same kilometres. */
export const COUNTRY = { left: -137, right: 139, top: -113, bottom: 114 };

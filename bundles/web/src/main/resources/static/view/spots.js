// Where one can look from: the towns with a centre, and those that everybody knows.
import { spoken, t } from '../language.js';
import { CITIES } from '../map/cities.js';

/** One name for one spot, whatever the language. */
export const keyOf = ({ latitude, longitude }) => `${latitude.toFixed(2)},${longitude.toFixed(2)}`;

/** Its name in the language spoken; the device's own position has none. */
export function spotName(spot) {
  const city = CITIES.find(known => keyOf(known) === keyOf(spot));
  return city?.[spoken()] ?? spot.name ?? t('search.here');
}

/** All of them by name, each once. */
export function spots(places) {
  const byKey = new Map();
  const towns = places.map(({ site }) => ({ name: site.town, ...site.position }));
  for (const spot of [...CITIES, ...towns]) {
    if (!byKey.has(keyOf(spot))) {
      const { latitude, longitude } = spot;
      byKey.set(keyOf(spot), { name: spot.name ?? spot.fr, latitude, longitude });
    }
  }
  return [...byKey.values()].sort((a, b) => spotName(a).localeCompare(spotName(b), spoken()));
}

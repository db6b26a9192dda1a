// What the map shows of each centre.
import { t } from '../language.js';
import { colourOf, inkOn } from '../map/colours.js';
import { networkName } from './facts.js';

/** A pin for each centre; `free` is undefined where nobody asked. */
export function pinsOf({ places, networks, found }) {
  const free = found && Object.fromEntries(found.map(f => [f.centreId, f.spaces.length]));
  const pins = places.map(place => pin(place, networks[place.networkId], free && (free[place.id] ?? 0)));
  return pins.sort((a, b) => (a.free ?? 0) - (b.free ?? 0));
}

function pin(place, network, free) {
  const colour = colourOf(network);
  const facts = { centre: place.name, town: place.site.town, network: networkName(network) };
  const label = free > 0
    ? t('pin.free', { ...facts, free: t('free', { n: free }) })
    : t('pin.plain', facts);
  return {
    id: place.id, name: place.name, network: facts.network, position: place.site.position, colour, on: inkOn(colour), free, label,
  };
}

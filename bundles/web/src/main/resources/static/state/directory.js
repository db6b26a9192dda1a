// The places that anybody may know of.
import { all } from '../rest.js';
import { set, state } from './store.js';
import { firstWish } from './search.js';

/** Reads networks, buildings and centres, and joins them. */
export async function readDirectory() {
  set({ broken: false });
  try {
    const [networks, sites, centres] = await Promise.all([
      all('/networks'), all('/sites'), all('/centres'),
    ]);
    const siteOf = Object.fromEntries(sites.map(site => [site.id, site]));
    const places = centres
      .filter(centre => siteOf[centre.siteId])
      .map(centre => ({ ...centre, site: siteOf[centre.siteId] }));
    set({ places, networks: Object.fromEntries(networks.map(n => [n.id, n])) });
    if (!state.wish) set({ wish: firstWish(places) });
  } catch {
    set({ broken: true });
  }
}

/** The labels or extras of a centre; read once. */
const kept = new Map();
export async function partsOf(centreId, what) {
  const path = `/centres/${encodeURIComponent(centreId)}/${what}`;
  if (!kept.has(path)) kept.set(path, all(path).catch(() => { kept.delete(path); return []; }));
  return kept.get(path);
}

// What is wanted, and what is free.
import { keep, recollect } from '../kept.js';
import { get } from '../rest.js';
import { set, state } from './store.js';
import { instant, plusDays, plusMinutes, wall, weekday } from '../wall-time.js';

const KEPT = 'escale.near';
const BRUSSELS = { name: 'Bruxelles', latitude: 50.8505, longitude: 4.3488 };
const LENGTH_MINUTES = 180;

let asked = 0;

/** The first wish: near where one looked last, at the next time when most centres are open. */
export function firstWish(places) {
  return { near: remembered(), kind: 'DESK', people: 1, ...nextOpening(places) };
}

function remembered() {
  try {
    const near = JSON.parse(recollect(KEPT));
    return typeof near?.latitude === 'number' ? near : BRUSSELS;
  } catch {
    return BRUSSELS;
  }
}

/** Now if places are open, else the next morning on which one is. */
export function nextOpening(places) {
  const now = wall(Date.now());
  if (openOn(places, now.date, now.time)) return soon();
  const start = ahead(places, now);
  return { date: start, from: '09:00', to: '12:00' };
}

/** From the next five minutes on. */
export function soon() {
  const start = wall(Math.ceil((Date.now() + 20_000) / 300_000) * 300_000);
  return { date: start.date, from: start.time, to: plusMinutes(start.time, LENGTH_MINUTES) };
}

function ahead(places, now) {
  const first = now.time < '09:00' ? 0 : 1;
  for (let days = first; days < first + 8; days++) {
    const date = plusDays(now.date, days);
    if (openOn(places, date, '09:00')) return date;
  }
  return plusDays(now.date, 1);
}

function openOn(places, date, time) {
  return places.some(place => place.hours.week.some(hours =>
    hours.day === weekday(date) && hours.from <= time &&
    (hours.to === '00:00' || time < plusMinutes(hours.to, -30))));
}

/** Changes the wish and looks again. */
export function want(change) {
  const wish = { ...state.wish, ...change };
  if (change.near) keep(KEPT, JSON.stringify(change.near));
  set({ wish });
  return search();
}

/** The wish's slot as instants; undefined where it is no slot. */
export function slotOf(wish) {
  const from = instant(wish.date, wish.from);
  const to = instant(wish.date, wish.to);
  return from && to && from < to ? { from, to } : undefined;
}

/** Looks for free spaces; only the last question asked is answered. */
export async function search() {
  const { wish, me } = state;
  if (!me?.memberId || !wish) return;
  const slot = slotOf(wish);
  if (!slot) {
    set({ found: undefined, searchRefused: { code: 'SLOT' } });
    return;
  }
  const mine = ++asked;
  set({ searching: true, searchRefused: undefined });
  try {
    const answer = await get(`/availability?${query(wish, slot)}`);
    if (mine === asked) set({ found: grouped(answer.items), searching: false });
  } catch (refused) {
    if (mine === asked) set({ found: undefined, searching: false, searchRefused: refused });
  }
}

function query(wish, slot) {
  const { latitude, longitude } = wish.near;
  return new URLSearchParams({
    lat: latitude, lon: longitude, ...slot, kind: wish.kind, people: wish.people, limit: 1000,
  });
}

/** Spaces by centre, in the order in which they came: nearest first. */
function grouped(items) {
  const byCentre = new Map();
  for (const item of items) {
    if (!byCentre.has(item.centreId)) byCentre.set(item.centreId, []);
    byCentre.get(item.centreId).push(item);
  }
  return [...byCentre].map(([centreId, spaces]) => ({ centreId, spaces, ...spaces[0] }));
}

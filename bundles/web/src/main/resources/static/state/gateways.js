// The gateways of centres: how they stand, who is there, which channels are drawn, what happened.
import { all, get, post, remove } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';
import { readBoxes } from './boxes.js';

const LOOK_AGAIN_MS = 5_000;
let timer;
let watching = false;

/** Reads them, and again by and by as long as somebody looks. */
export function watchGateways() {
  watching = true;
  look();
  return () => { watching = false; clearTimeout(timer); };
}

/** Looks at one of them, or at none. */
export function chooseGateway(id) {
  set({ gateway: id && { id }, box: undefined });
  look();
}

async function look() {
  clearTimeout(timer);
  const who = state.me;
  try {
    const [{ items }] = await Promise.all([get('/gateways/standing'), readNames(who), readBoxes(who), state.gateway && lookAt(state.gateway.id)]);
    if (state.me === who) set({ gateways: items, gatewaysLost: false });
  } catch {
    if (state.me === who) set({ gatewaysLost: true });
  }
  if (watching && state.me === who) {
    clearTimeout(timer);
    timer = setTimeout(look, LOOK_AGAIN_MS);
  }
}

async function lookAt(id) {
  const path = `/gateways/${encodeURIComponent(id)}`;
  const centre = state.gateways?.find(each => each.id === id)?.centreId ?? '';
  const [sessions, channels, events, outages] = await Promise.all([get(`${path}/sessions`), get(`${path}/segments`),
    get(`${path}/events`), get(`/outages?centreId=${encodeURIComponent(centre)}`)]);
  if (state.gateway?.id !== id) return;
  set({ gateway: { ...state.gateway, id, sessions: sessions.items, channels, events: events.items, outages: outages.items } });
}

/** The names that this person may know, by pseudonym: a centre's own clients. Read once for each person. */
export async function readNames(who) {
  if (!who?.roles?.includes('RECEPTION') || state.names?.who === who) return;
  set({ names: { who } });
  const companies = await all('/companies').catch(() => []);
  const people = await Promise.all(companies.map(company =>
    all(`/companies/${encodeURIComponent(company.id)}/members`).catch(() => [])));
  const names = [...companies, ...people.flat()].map(({ pseudonym, name }) => [pseudonym, name]);
  if (state.me === who) set({ names: { who, ...Object.fromEntries(names) } });
}

/** A name, or the beginning of a pseudonym where the name is not for us. */
export const nameOf = pseudonym => state.names?.[pseudonym] ?? `${pseudonym.slice(0, 6)}…`;

/** Ends a session by ending its visit; whether it did. */
export const endSession = session => ending(session, 'gateway.ended',
  () => post(`/visits/${encodeURIComponent(session.visitId)}/checkout`, {}));

/** Ends a session alone, for that reason; its visit goes on. Whether it did. */
export const cutSession = (gateway, { handle }, reason) => ending({ handle }, 'gateway.cut',
  () => remove(`/gateways/${encodeURIComponent(gateway)}/sessions/${encodeURIComponent(handle)}?reason=${reason}`));

async function ending({ handle }, done, act) {
  if (state.busy) return false;
  set({ busy: `end:${handle}` });
  try {
    await act();
    say(t(done));
    return true;
  } catch (refused) {
    const gone = refused.code === 'NOT_FOUND';
    say(gone ? t('sessions.gone') : refused.message || t('unreachable'), gone ? undefined : 'bad');
    return gone;
  } finally {
    set({ busy: undefined });
    look();
  }
}

/** Forgets all that was seen. */
export function leaveGateways() {
  watching = false;
  clearTimeout(timer);
  set({ gateways: undefined, gateway: undefined, gatewaysLost: false, names: undefined, boxes: undefined, box: undefined });
}

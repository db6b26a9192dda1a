// The desk's day: who is in, who is expected, what is free, and whose network is still being prepared.
import { all, get, post, remove } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';
import { readNames } from './gateways.js';
import { instant, plusDays, wall } from '../wall-time.js';

const LOOK_AGAIN_MS = 5_000;
let timer;
let watching = false;

/** Reads it, and again by and by as long as somebody looks. */
export function watchBoard() {
  watching = true;
  look();
  return () => { watching = false; clearTimeout(timer); };
}

async function look() {
  clearTimeout(timer);
  const who = state.me;
  try {
    const board = await read(who);
    if (state.me === who) set({ board, boardLost: false });
  } catch {
    if (state.me === who) set({ boardLost: true });
  }
  if (watching && state.me === who) {
    clearTimeout(timer);
    timer = setTimeout(look, LOOK_AGAIN_MS);
  }
}

async function read(who) {
  const centre = encodeURIComponent(who.centreId);
  const today = wall(Date.now()).date;
  const slot = `from=${instant(today, '00:00')}&to=${instant(plusDays(today, 1), '00:00')}`;
  const [bookings, visits, spaces, gateways, ceded] = await Promise.all([
    all(`/bookings?centreId=${centre}&${slot}`), all(`/visits?state=OPEN&centreId=${centre}`),
    all(`/spaces?centreId=${centre}`), get('/gateways/standing').then(answer => answer.items),
    get(`/centres/${centre}/ceded`), readNames(who)]);
  const sessions = gateways.length === 0 ? []
    : (await get(`/gateways/${encodeURIComponent(gateways[0].id)}/sessions`)).items;
  return { ...sorted({ bookings, visits, spaces }), gateways, ceded,
    network: Object.fromEntries(sessions.map(session => [session.visitId, session.state])) };
}

const now = () => new Date().toISOString();
const asksAnother = (booking, modes) => booking.move?.state === 'ASKED' && modes[booking.spaceId] === 'REQUEST';
const live = booking => ['CONFIRMED', 'HELD', 'PENDING', 'CHECKED_IN'].includes(booking.state);

/** Who is in, who is expected, what is asked for, and which desks nobody has now. */
function sorted({ bookings, visits, spaces }) {
  const names = Object.fromEntries(spaces.map(space => [space.id, space.name]));
  const taken = new Set([...visits.map(visit => visit.spaceId),
    ...bookings.filter(b => live(b) && b.from <= now() && b.to > now()).map(b => b.spaceId)]);
  const modes = Object.fromEntries(spaces.map(space => [space.id, space.truthMode]));
  const byTime = list => list.sort((a, b) => a.from.localeCompare(b.from));
  return { names, visits: visits.sort((a, b) => b.startedAt.localeCompare(a.startedAt)),
    expected: byTime(bookings.filter(b => b.state === 'CONFIRMED' && b.to > now() && !asksAnother(b, modes))),
    asked: byTime(bookings.filter(b => (b.state === 'PENDING' && b.to > now()) || asksAnother(b, modes))),
    desks: spaces.filter(space => space.kind === 'DESK').length,
    free: spaces.filter(space => space.kind === 'DESK' && !taken.has(space.id))
      .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true })) };
}

/** Lets somebody in: by a booking, or by the code that they show. A refusal stays until the next try. */
export const letIn = arrival => doing(`in:${arrival.bookingId ?? 'code'}`, async () => {
  await post('/visits', arrival);
  say(t('board.welcome'));
});

/** Notes that somebody has left. */
export const letOut = visit => doing(`out:${visit.id}`, async () => {
  await post(`/visits/${encodeURIComponent(visit.id)}/checkout`, {});
  say(t('board.left'));
});

/** Says yes to who asked for a place, or for another time; or no. */
const pathOf = booking => `/bookings/${encodeURIComponent(booking.id)}`;
export const agree = booking => doing(`yes:${booking.id}`, () => post(`${pathOf(booking)}/confirm`, {}));
export const decline = booking => doing(`no:${booking.id}`, async () => {
  await remove(booking.move ? `${pathOf(booking)}/move` : pathOf(booking));
  say(t(booking.move ? 'board.stays' : 'board.declined'));
});

async function doing(what, work) {
  if (state.busy) return false;
  set({ busy: what, boardRefused: undefined });
  try {
    await work();
    await look();
    return true;
  } catch (refused) {
    set({ boardRefused: refused.message || t('unreachable') });
    return false;
  } finally {
    set({ busy: undefined });
  }
}

/** Forgets the day. */
export function leaveBoard() {
  watching = false;
  clearTimeout(timer);
  set({ board: undefined, boardLost: false, boardRefused: undefined });
}

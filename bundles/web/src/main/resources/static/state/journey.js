// From a booking to the end of the visit.
import { all, get, post, remove } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';
import { awaitAnswer, toCome } from './bookings.js';
import { awaitMove } from './moving.js';
import { search } from './search.js';
import { milliseconds } from '../wall-time.js';

const LOOK_AGAIN_MS = 15_000;
const KEY_PENDING_MS = 1_500;

let timer;

/** Takes up what this person has begun: bookings to come and an open visit. */
export async function resume() {
  const [bookings, visits] = await Promise.all([
    all(`/bookings?state=CONFIRMED&from=${yesterday()}`), all('/visits?state=OPEN'),
  ]);
  set({ bookings: toCome(bookings), visit: visits[0], ended: undefined });
  if (state.visit) watch();
  state.bookings.forEach(awaitAnswer);
  state.bookings.forEach(awaitMove);
}

/** Drops all that was of one person. */
export function forget() {
  clearTimeout(timer);
  set({ bookings: [], visit: undefined, session: undefined, ended: undefined, chosen: undefined });
}

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString();

/** Books a space of those found; while the terms allow it, the notice can take it back. */
export function book(item, slot, lines) {
  return doing(`book:${item.spaceId}`, async () => {
    const { people } = state.wish;
    const booking = await post('/bookings', { spaceId: item.spaceId, ...slot, people, lines });
    set({ bookings: toCome([...state.bookings, booking]), ended: undefined });
    const undo = cancelUntil(booking) > Date.now() ? () => cancel(booking) : undefined;
    say(t(booking.state === 'PENDING' ? 'asked.done' : 'booked.done'), 'good', undo);
    awaitAnswer(booking);
    await search();
  });
}

/** Until when cancelling is free, as an instant. */
export const cancelUntil = booking =>
  new Date(new Date(booking.from) - milliseconds(booking.terms?.cancelUntil));

/** Cancels within the terms. */
export function cancel(booking) {
  return doing(`cancel:${booking.id}`, async () => {
    await remove(`/bookings/${encodeURIComponent(booking.id)}`);
    set({ bookings: state.bookings.filter(b => b.id !== booking.id) });
    say(t('cancelled.done'));
    await search();
  });
}

/** Arrives, with a booking or without: {bookingId} or {centreId}. */
export function checkIn(arrival) {
  return doing('checkIn', async () => {
    const visit = await post('/visits', arrival);
    set({
      toasts: [],
      visit,
      ended: undefined,
      session: visit.session,
      bookings: state.bookings.filter(b => b.id !== visit.bookingId),
    });
    say(t('checkedIn.done'));
    await look();
  });
}

/** Leaves. */
export function checkOut() {
  return doing('checkOut', async () => {
    close(await post(`/visits/${encodeURIComponent(state.visit.id)}/checkout`, {}));
    await search();
  });
}

/** Puts the ended visit away. */
export const done = () => set({ ended: undefined });

function watch() {
  clearTimeout(timer);
  look();
}

/** Reads the visit and its key again, until the visit is over. */
async function look() {
  const { visit } = state;
  if (!visit) return;
  const path = `/visits/${encodeURIComponent(visit.id)}`;
  try {
    const now = await get(path);
    if (state.visit?.id !== visit.id) return;
    if (now.state === 'CLOSED') {
      close(now);
      return;
    }
    const session = await keyOf(path, now);
    if (state.visit?.id === visit.id) set({ visit: now, session });
  } catch {
    // the line is down for a moment: what was shown stays, and the next look tells
  }
  const pending = state.session?.state === 'PENDING';
  timer = setTimeout(look, pending ? KEY_PENDING_MS : LOOK_AGAIN_MS);
}

/** With its key; once it was ended, as the visit tells it. */
const keyOf = (path, visit) => get(`${path}/session`).then(keyed)
  .catch(refused => (refused.code === 'WRONG_STATE' ? visit.session : state.session));

const keyed = answer => ({ ...answer.session, key: answer.key });

/** A fresh key, where the session was ended and the visit goes on. */
export function openAgain() {
  return doing('openAgain', async () => {
    set({ session: keyed(await post(`/visits/${encodeURIComponent(state.visit.id)}/session`, {})) });
    await look();
  });
}

async function close(visit) {
  clearTimeout(timer);
  set({ toasts: [], visit: undefined, session: undefined, ended: { ...visit, usage: [] } });
  const usage = await all(`/usage-records?visitId=${encodeURIComponent(visit.id)}`).catch(() => []);
  if (state.ended?.id === visit.id) set({ ended: { ...visit, usage } });
}

async function doing(what, work) {
  if (state.busy) return;
  set({ busy: what });
  try {
    await work();
  } catch (refused) {
    say(refused.message || t('unreachable'), 'bad');
  } finally {
    set({ busy: undefined });
  }
}

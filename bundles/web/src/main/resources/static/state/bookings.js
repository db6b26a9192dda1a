// Bookings to come, and the answer of a centre that is asked first.
import { get } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';
import { search } from './search.js';

const ANSWER_MS = 2_000;

/** Those that stand or may still stand, and are not over; the next one first. */
export const toCome = bookings => bookings
  .filter(b => ['CONFIRMED', 'HELD', 'PENDING'].includes(b.state) && new Date(b.to) > Date.now())
  .sort((a, b) => a.from.localeCompare(b.from));

/** Looks again until the centre has answered; whoever cancels or leaves waits no more. */
export function awaitAnswer(booking) {
  if (booking.state === 'PENDING') setTimeout(() => look(booking), ANSWER_MS);
}

async function look(booking) {
  if (!waits(booking)) return;
  const now = await get(`/bookings/${encodeURIComponent(booking.id)}`).catch(() => booking);
  if (!waits(booking)) return;
  if (now.state !== 'PENDING') await told(now);
  awaitAnswer(now);
}

const waits = booking => state.bookings.some(b => b.id === booking.id);

async function told(booking) {
  set({ bookings: toCome([...state.bookings.filter(b => b.id !== booking.id), booking]) });
  const yes = booking.state === 'CONFIRMED';
  say(t(yes ? 'asked.yes' : 'asked.no'), yes ? 'good' : 'bad');
  if (!yes) await search();
}

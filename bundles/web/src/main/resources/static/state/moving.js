// Another time for a booking. Where its centre's own system decides, it is asked for, and the booking
// stands as it was promised until the answer.
import { get, patch, remove } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';
import { toCome } from './bookings.js';
import { search } from './search.js';
import { instant } from '../wall-time.js';

const ANSWER_MS = 2_000;

export const asked = booking => booking.move?.state === 'ASKED';

/** Asks for it; whether it was taken or is being asked for. */
export async function move(booking, { date, from, to }) {
  const slot = { from: instant(date, from), to: instant(date, to) };
  if (state.busy) return false;
  set({ busy: `move:${booking.id}` });
  try {
    const now = await patch(`/bookings/${encodeURIComponent(booking.id)}`, slot);
    keep(now);
    say(t(asked(now) ? 'move.asked' : 'move.done'));
    awaitMove(now);
    await search();
    return true;
  } catch (refused) {
    say(refused.message || t('unreachable'), 'bad');
    return false;
  } finally {
    set({ busy: undefined });
  }
}

const keep = booking => set({
  bookings: toCome([...state.bookings.filter(b => b.id !== booking.id), booking]) });

/** Thinks better of it: the booking stands. */
export async function withdrawMove(booking) {
  if (state.busy) return;
  set({ busy: `move:${booking.id}` });
  try {
    keep(await remove(`/bookings/${encodeURIComponent(booking.id)}/move`));
    say(t('move.withdrawn'));
    await search();
  } catch (refused) {
    say(refused.message || t('unreachable'), 'bad');
  } finally {
    set({ busy: undefined });
  }
}

/** Looks again until the centre has answered. */
export function awaitMove(booking) {
  if (asked(booking)) setTimeout(() => look(booking), ANSWER_MS);
}

async function look(booking) {
  if (!state.bookings.some(b => b.id === booking.id)) return;
  const now = await get(`/bookings/${encodeURIComponent(booking.id)}`).catch(() => booking);
  if (!state.bookings.some(b => b.id === booking.id && asked(b))) return;
  keep(now);
  if (asked(now)) awaitMove(now);
  else say(t(now.from === booking.move.from && now.to === booking.move.to ? 'move.yes' : outcome(now)),
    now.from === booking.move.from && now.to === booking.move.to ? 'good' : 'bad');
}

/** Why it stands as it did. */
const outcome = ({ move }) => ({ 'booking.move.refused': 'move.refused',
  'booking.move.not-answered': 'move.unanswered' }[move?.reason] ?? 'move.no');

/** What is guaranteed for it, in a sentence; a list does not say it, one booking does. */
export async function guaranteed(booking) {
  if (!booking || booking.guarantee) return;
  const now = await get(`/bookings/${encodeURIComponent(booking.id)}`).catch(() => undefined);
  if (now?.guarantee && state.bookings.some(b => b.id === now.id)) keep({ ...now });
}

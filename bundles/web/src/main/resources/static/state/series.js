// The same wish at several times, and a series that is called off as a whole.
import { post, remove } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';
import { toCome } from './bookings.js';
import { search } from './search.js';
import { plusDays, weekday } from '../wall-time.js';

export const MOST = 52;

/** The days of it: each week on that day, or each working day. */
export function datesOf({ date, rhythm, times }) {
  const dates = [];
  for (let days = 0; dates.length < times; days += rhythm === 'week' ? 7 : 1) {
    const next = plusDays(date, days);
    if (rhythm === 'week' || !['SATURDAY', 'SUNDAY'].includes(weekday(next))) dates.push(next);
  }
  return dates;
}

/** Books them; the answer for each time, in order, or nothing where all of it was refused. */
export async function bookSeries(space, repeat, lines) {
  if (state.busy) return undefined;
  set({ busy: `series:${space.spaceId}` });
  const { wish } = state;
  try {
    const { items } = await post('/bookings/series', {
      series: `s-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`,
      booking: { spaceId: space.spaceId, people: wish.people, lines },
      times: datesOf(repeat).map(date => ({ fromLocal: `${date}T${wish.from}`, toLocal: `${date}T${wish.to}` })) });
    const made = items.map(item => item.booking).filter(Boolean);
    set({ bookings: toCome([...state.bookings, ...made]) });
    say(t('series.done', { n: made.length, all: items.length }), made.length > 0 ? 'good' : 'bad');
    search();
    return items;
  } catch (refused) {
    say(refused.message || t('unreachable'), 'bad');
    return undefined;
  } finally {
    set({ busy: undefined });
  }
}

/** Calls off what is still to come of a series; what may not be called off stays. */
export async function cancelSeries(bookings) {
  if (state.busy) return;
  set({ busy: 'cancelSeries' });
  const gone = new Set();
  let no;
  for (const booking of bookings) {
    try {
      await remove(`/bookings/${encodeURIComponent(booking.id)}`);
      gone.add(booking.id);
    } catch (refused) {
      no = refused;
    }
  }
  set({ busy: undefined, bookings: state.bookings.filter(booking => !gone.has(booking.id)) });
  say(no ? no.message || t('unreachable') : t('series.cancelled', { n: gone.size }), no ? 'bad' : 'good');
  search();
}

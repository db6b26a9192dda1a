// Wall time of Belgium and instants, whatever zone the device is set to.
import { ZONE } from './language.js';

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE, hourCycle: 'h23',
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
});

/** {date: '2026-11-23', time: '09:00'} of an instant. */
export function wall(at) {
  const p = Object.fromEntries(PARTS.formatToParts(new Date(at)).map(x => [x.type, x.value]));
  return { date: `${p.year}-${p.month}-${p.day}`, time: `${p.hour}:${p.minute}` };
}

/** The instant of a wall time, as text in UTC; undefined for one that the clocks skip. */
export function instant(date, time) {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  for (const hours of [2, 1]) {
    const guess = new Date(asIfUtc - hours * 3_600_000);
    const back = wall(guess);
    if (back.date === date && back.time === time) return guess.toISOString().replace('.000Z', 'Z');
  }
  return undefined;
}

/** The date so many days on. */
export function plusDays(date, days) {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A time of the day so many minutes on, at most 23:59. */
export function plusMinutes(time, minutes) {
  const [h, m] = time.split(':').map(Number);
  const total = Math.min(h * 60 + m + minutes, 23 * 60 + 59);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** MONDAY to SUNDAY of a date. */
export function weekday(date) {
  const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
  return days[new Date(`${date}T12:00:00Z`).getUTCDay()];
}

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds. */
export function milliseconds(iso) {
  const m = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(iso ?? '');
  if (!m) return 0;
  const [d, h, min, s] = m.slice(1).map(x => Number(x ?? 0));
  return ((d * 24 + h) * 60 + min) * 60_000 + s * 1000;
}

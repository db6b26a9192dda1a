// Words, numbers, dates and money as people of this country write them.
import { keep, recollect } from './kept.js';
import { speak } from './rest.js';

export const LANGUAGES = ['fr', 'nl', 'en'];
export const ZONE = 'Europe/Brussels';
const KEPT = 'escale.language';
const HERE = new URL('./texts/', import.meta.url);

let texts = {};
let language = 'en';

/** The language of this person: as chosen before, else as the browser asks, else French. */
export function preferred() {
  const wishes = [recollect(KEPT), ...navigator.languages];
  const known = wishes.map(w => (w ?? '').slice(0, 2)).find(w => LANGUAGES.includes(w));
  return known ?? 'fr';
}

/** A file that did not arrive is asked for again, three times in all. */
async function read(file, tries = 3) {
  try {
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return await answer.json();
  } catch (lost) {
    if (tries <= 1) throw lost;
    await new Promise(resolve => { setTimeout(resolve, 400); });
    return read(file, tries - 1);
  }
}

/** Loads a language and keeps it as this person's. */
export async function choose(next) {
  texts = await read(new URL(`${next}.json`, HERE));
  language = next;
  keep(KEPT, next);
  document.documentElement.lang = next;
  speak(next);
}

export const spoken = () => language;
const locale = () => `${language}-BE`;

/** The text of a key, with {names} filled in; `n` picks between key.one and key.other. */
export function t(key, values = {}) {
  const plural = values.n === undefined ? '' : `.${new Intl.PluralRules(language).select(values.n)}`;
  const text = texts[key + plural] ?? texts[`${key}.other`] ?? texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** Whether there is a text of that key. */
export const has = key => key in texts;

const formatted = (value, options) =>
  new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options }).format(new Date(value));

export const time = at => formatted(at, { hour: '2-digit', minute: '2-digit', hour12: false });
export const day = at => formatted(at, { weekday: 'long', day: 'numeric', month: 'long' });
export const shortDay = at => formatted(at, { weekday: 'short', day: 'numeric', month: 'short' });

export function money({ amount, currency }) {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(Number(amount));
}

export function kilometres(km) {
  const digits = km < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(km)} km`;
}

/** "2 h 15", from minutes. */
export function duration(minutes) {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const letter = t('hour.letter');
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} ${letter}` : `${hours} ${letter} ${String(rest).padStart(2, '0')}`;
}

/** "40 seconds ago", from an instant; empty under ten seconds. */
export function ago(at) {
  const seconds = Math.round((Date.now() - new Date(at)) / 1000);
  if (seconds < 10) return '';
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'always' });
  if (seconds < 90) return words.format(-seconds, 'second');
  if (seconds < 5400) return words.format(-Math.round(seconds / 60), 'minute');
  return words.format(-Math.round(seconds / 3600), 'hour');
}

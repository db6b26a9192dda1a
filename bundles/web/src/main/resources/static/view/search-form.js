// Where, when and what.
import { html, useState } from 'preact';
import { shortDay, t } from '../language.js';
import { say } from '../state/store.js';
import { soon, want } from '../state/search.js';
import { keyOf, spotName, spots } from './spots.js';
import { plusDays, plusMinutes, wall } from '../wall-time.js';

const KINDS = ['DESK', 'ROOM', 'OFFICE'];

export function SearchForm({ wish, places, timed }) {
  return html`<form class="search" aria-label=${t('search.title')} onSubmit=${e => e.preventDefault()}>
    <${Near} wish=${wish} places=${places} />
    ${timed && html`<${When} wish=${wish} /><${What} wish=${wish} />`}
  </form>`;
}

function Near({ wish, places }) {
  const [asking, setAsking] = useState(false);
  const all = spots(places);
  const key = keyOf(wish.near);
  const options = all.some(spot => keyOf(spot) === key) ? all : [wish.near, ...all];
  const pick = e => want({ near: options.find(spot => keyOf(spot) === e.target.value) });
  const locate = () => {
    setAsking(true);
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      setAsking(false);
      want({ near: { latitude: coords.latitude, longitude: coords.longitude } });
    }, () => {
      setAsking(false);
      say(t('search.here.no'), 'bad');
    }, { timeout: 10_000 });
  };
  return html`<div class="near-field"><label class="field">
      <span>${t('search.near')}</span>
      <select value=${key} onChange=${pick}>${options.map(spot => html`
        <option value=${keyOf(spot)}>${spotName(spot)}</option>`)}</select>
    </label>
    ${'geolocation' in navigator && html`<button type="button" class="icon locate" aria-busy=${asking}
      aria-label=${t('search.here.use')} title=${t('search.here.use')} onClick=${locate}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="5" /><path d="M10 1v4M10 15v4M1 10h4M15 10h4" /></svg>
    </button>`}</div>`;
}

function When({ wish }) {
  const today = wall(Date.now()).date;
  const presets = [
    ['search.now', soon()],
    ['search.afternoon', { date: today, from: '13:00', to: '17:00' }],
    ['search.tomorrow', { date: plusDays(today, 1), from: '09:00', to: '12:00' }],
  ].filter(([, slot]) => slot.date !== today || slot.from >= wall(Date.now()).time);
  return html`<fieldset class="when"><legend class="away">${t('search.when')}</legend>
    <label class="field"><span>${t('search.date')}</span>
      <select value=${wish.date} onChange=${e => want({ date: e.target.value })}>
        ${days(today, wish.date).map(date => html`<option value=${date}>${dayName(date, today)}</option>`)}
      </select></label>
    <${Time} label=${t('search.from')} value=${wish.from} pick=${from => want({ from })} />
    <${Time} label=${t('search.to')} value=${wish.to} pick=${to => want({ to })} />
    <div class="chips">${presets.map(([key, slot]) => html`<button type="button" class="chip"
      aria-pressed=${same(wish, slot)} onClick=${() => want(slot)}>${t(key)}</button>`)}</div>
  </fieldset>`;
}

const DAYS_AHEAD = 60;

function days(today, chosen) {
  const all = Array.from({ length: DAYS_AHEAD }, (_, i) => plusDays(today, i));
  return all.includes(chosen) ? all : [...all, chosen].sort();
}

function dayName(date, today) {
  if (date === today) return t('search.today');
  return shortDay(`${date}T12:00:00Z`);
}

const QUARTERS = Array.from({ length: 96 }, (_, i) => plusMinutes('00:00', i * 15));

/** A time of the day, in 24 hours whatever the device likes; any minute may be its present value. */
function Time({ label, value, pick }) {
  const times = QUARTERS.includes(value) ? QUARTERS : [...QUARTERS, value].sort();
  return html`<label class="field"><span>${label}</span>
    <select value=${value} onChange=${e => pick(e.target.value)}>
      ${times.map(time => html`<option value=${time}>${time}</option>`)}</select></label>`;
}

const same = (wish, slot) =>
  wish.date === slot.date && wish.from === slot.from && wish.to === slot.to;

const What = ({ wish }) => html`<div class="what">
  <fieldset class="kinds"><legend class="away">${t('search.kind')}</legend>
    ${KINDS.map(kind => html`<label><input type="radio" name="kind" value=${kind}
      checked=${wish.kind === kind} onChange=${() => want({ kind })} /><span>${t(`kind.${kind}`)}</span></label>`)}
  </fieldset>
  <${People} people=${wish.people} />
</div>`;

/** What is being typed stays, though an answer comes meanwhile and all is drawn anew. */
function People({ people }) {
  const [typed, setTyped] = useState();
  const pick = text => {
    setTyped(undefined);
    want({ people: Math.max(1, Math.min(2000, Math.round(Number(text)) || 1)) });
  };
  return html`<label class="field people"><span>${t('search.people')}</span>
    <input type="number" inputmode="numeric" min="1" max="2000" value=${typed ?? people}
      onInput=${e => setTyped(e.target.value)} onChange=${e => pick(e.target.value)} />
  </label>`;
}

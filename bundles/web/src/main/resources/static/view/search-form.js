// Where, when and what.
import { html, useState } from 'preact';
import { t } from '../language.js';
import { say } from '../state/store.js';
import { soon, want } from '../state/search.js';
import { towns } from '../state/directory.js';
import { plusDays, wall } from '../wall-time.js';

const KINDS = ['DESK', 'ROOM', 'OFFICE'];

export function SearchForm({ wish, places, timed }) {
  return html`<form class="search" aria-label=${t('search.title')} onSubmit=${e => e.preventDefault()}>
    <${Near} wish=${wish} places=${places} />
    ${timed && html`<${When} wish=${wish} places=${places} /><${What} wish=${wish} />`}
  </form>`;
}

function Near({ wish, places }) {
  const [asking, setAsking] = useState(false);
  const all = towns(places);
  const here = wish.near.name === '';
  const known = here || all.some(town => town.name === wish.near.name);
  const options = known ? all : [wish.near, ...all];
  const pick = e => want({ near: options.find(town => town.name === e.target.value) ?? wish.near });
  const locate = () => {
    setAsking(true);
    navigator.geolocation.getCurrentPosition(found => {
      setAsking(false);
      const { latitude, longitude } = found.coords;
      want({ near: { name: '', latitude, longitude } });
    }, () => {
      setAsking(false);
      say(t('search.here.no'), 'bad');
    }, { timeout: 10_000 });
  };
  return html`<div class="near-field"><label class="field">
      <span>${t('search.near')}</span>
      <select value=${wish.near.name} onChange=${pick}>
        ${here && html`<option value="">${t('search.here')}</option>`}
        ${options.map(town => html`<option value=${town.name}>${town.name}</option>`)}
      </select>
    </label>
    ${'geolocation' in navigator && html`<button type="button" class="icon locate" aria-busy=${asking}
      aria-label=${t('search.here.use')} title=${t('search.here.use')} onClick=${locate}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="5" /><path d="M10 1v4M10 15v4M1 10h4M15 10h4" /></svg>
    </button>`}</div>`;
}

function When({ wish, places }) {
  const today = wall(Date.now()).date;
  const presets = [
    ['search.now', soon()],
    ['search.afternoon', { date: today, from: '13:00', to: '17:00' }],
    ['search.tomorrow', { date: plusDays(today, 1), from: '09:00', to: '12:00' }],
  ].filter(([, slot]) => slot.date !== today || slot.from >= wall(Date.now()).time);
  const field = (key, type, name, extra = {}) => html`<label class="field"><span>${t(key)}</span>
    <input type=${type} value=${wish[name]} required ...${extra}
      onChange=${e => e.target.value && want({ [name]: e.target.value })} /></label>`;
  return html`<fieldset class="when"><legend class="away">${t('search.when')}</legend>
    ${field('search.date', 'date', 'date', { min: today, max: plusDays(today, 399) })}
    ${field('search.from', 'time', 'from')}${field('search.to', 'time', 'to')}
    <div class="chips">${presets.map(([key, slot]) => html`<button type="button" class="chip"
      aria-pressed=${same(wish, slot)} onClick=${() => want(slot)}>${t(key)}</button>`)}</div>
  </fieldset>`;
}

const same = (wish, slot) =>
  wish.date === slot.date && wish.from === slot.from && wish.to === slot.to;

const What = ({ wish }) => html`<div class="what">
  <fieldset class="kinds"><legend class="away">${t('search.kind')}</legend>
    ${KINDS.map(kind => html`<label><input type="radio" name="kind" value=${kind}
      checked=${wish.kind === kind} onChange=${() => want({ kind })} /><span>${t(`kind.${kind}`)}</span></label>`)}
  </fieldset>
  <label class="field people"><span>${t('search.people')}</span>
    <input type="number" inputmode="numeric" min="1" max="2000" value=${wish.people}
      onChange=${e => want({ people: Math.max(1, Math.min(2000, Math.round(Number(e.target.value)) || 1)) })} />
  </label>
</div>`;

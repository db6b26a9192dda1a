// What is free, nearest first; or why there is nothing to show.
import { html, useState } from 'preact';
import { day, t } from '../language.js';
import { set, state } from '../state/store.js';
import { nextOpening, search, slotOf, want } from '../state/search.js';
import { CentreCard } from './centre-card.js';
import { PlainCard } from './plain-card.js';
import { placeOf } from './facts.js';

const FEW = 5;

export function Results({ store }) {
  const { found, searching, searchRefused, places, wish } = store;
  if (searchRefused) return html`<${Refusal} refused=${searchRefused} />`;
  if (!found) return html`<${Waiting} />`;
  return html`<section class="results" id="places" tabindex="-1" aria-busy=${searching}
    aria-labelledby="results-title">
    <${Heading} found=${found} wish=${wish} />
    ${found.length === 0 ? html`<${Nothing} places=${places} wish=${wish} />`
      : html`<${List} found=${found} store=${store} />`}
    <${Elsewhere} store=${store} />
  </section>`;
}

function Heading({ found, wish }) {
  const slot = slotOf(wish);
  const when = slot && t('results.slot', { day: day(slot.from), from: wish.from, to: wish.to });
  return html`<div class="results-head"><h2 id="results-title">${t('results.title')}</h2>
    <p role="status">${found.length > 0 && html`<b>${t('results.count', { n: found.length })}</b> · `}${when}</p></div>`;
}

function List({ found, store }) {
  const [all, setAll] = useState(false);
  const shown = all ? found : found.slice(0, FEW);
  const chosen = found.find(f => f.centreId === store.chosen);
  const list = chosen && !shown.includes(chosen) ? [...shown, chosen] : shown;
  const more = found.length - list.length;
  return html`<ol class="cards">${list.map(item => html`<li key=${item.centreId}>
      <${CentreCard} item=${item} store=${store} /></li>`)}</ol>
    ${more > 0 && html`<button type="button" class="quiet wide" onClick=${() => setAll(true)}>
      ${t('results.more', { n: more })}</button>`}`;
}

/** A centre picked on the map that has nothing free says so. */
function Elsewhere({ store }) {
  const place = placeOf(store.chosen);
  if (!place || store.found.some(f => f.centreId === store.chosen)) return null;
  return html`<${PlainCard} place=${place} store=${store} note=${t('chosen.none')} />`;
}

const Waiting = () => html`<section class="results" id="places" tabindex="-1" aria-busy="true">
  <p class="away" role="status">${t('results.loading')}</p>
  ${[1, 2, 3].map(n => html`<div key=${n} class="card skeleton" aria-hidden="true">
    <i></i><i></i><i></i></div>`)}
</section>`;

function Nothing({ places, wish }) {
  const next = nextOpening(places);
  const other = next.date !== wish.date || next.from !== wish.from;
  const slot = slotOf({ ...wish, ...next });
  return html`<div class="empty"><${Quay} /><h3>${t('results.none')}</h3><p>${t('results.none.why')}</p>
    ${other && slot && html`<button type="button" class="primary" onClick=${() => want(next)}>
      ${t('results.next', { day: day(slot.from), from: next.from })}</button>`}</div>`;
}

const Refusal = ({ refused }) => html`<section class="results" id="places" tabindex="-1">
  <div class="empty" role="alert"><${Quay} />
    <h2>${refused.code === 'SLOT' ? t('results.slot.bad') : refused.message || t('broken.title')}</h2>
    ${refused.code !== 'SLOT' && html`<button type="button" class="primary" onClick=${search}>
      ${t('results.again')}</button>`}</div>
</section>`;

const Quay = () => html`<svg class="quay" viewBox="0 0 120 40" aria-hidden="true">
  <path class="line" d="M2 30h30c14 0 14-18 28-18s14 18 28 18h30" /><circle cx="60" cy="12" r="7" />
</svg>`;

/** A centre picked on the map comes into view in the list. */
export function choose(centreId) {
  set({ chosen: state.chosen === centreId ? undefined : centreId });
  if (!state.chosen) return;
  requestAnimationFrame(() => document.getElementById(`centre-${centreId}`)
    ?.scrollIntoView({ block: 'nearest', behavior: calm() ? 'auto' : 'smooth' }));
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

// What one may want to know before booking: the places, the terms, the services, the labels.
import { html, useEffect, useState } from 'preact';
import { has, money, spoken, t } from '../language.js';
import { partsOf } from '../state/directory.js';
import { Stars } from './facts.js';
import { Terms } from './terms.js';
import { Repeat } from './series.js';

export function Details({ item, place, space, slot, pick, extras, setExtras, repeat }) {
  return html`<div class="details">
    <${Spaces} spaces=${item.spaces} space=${space} pick=${pick} />
    ${space.terms && html`<h4>${t('details.terms')}</h4><${Terms} terms=${space.terms} slot=${slot} />`}
    <${Extras} centreId=${place.id} extras=${extras} setExtras=${setExtras} />
    <${Labels} centreId=${place.id} />
    ${slot && html`<${Repeat} space=${space} ...${repeat} />`}
  </div>`;
}

const Spaces = ({ spaces, space, pick }) => html`<label class="field"><span>${t('details.choose')}</span>
  <select value=${space.spaceId} onChange=${e => pick(e.target.value)}>
    ${spaces.map(s => html`<option value=${s.spaceId}>${named(s)}</option>`)}
  </select></label>`;

const named = s => [
  s.spaceName,
  s.seats > 1 ? t('seats', { n: s.seats }) : '',
  (s.features ?? []).map(featureName).join(', '),
].filter(Boolean).join(' · ');

const featureName = code => (has(`feature.${code}`) ? t(`feature.${code}`) : code);

/** What a centre tells about one of its parts; undefined while it is being read. */
export function useParts(centreId, what) {
  const [parts, setParts] = useState();
  useEffect(() => {
    let live = true;
    partsOf(centreId, what).then(found => live && setParts(found));
    return () => { live = false; };
  }, [centreId]);
  return parts;
}

function Extras({ centreId, extras, setExtras }) {
  const parts = useParts(centreId, 'extras');
  if (!parts) return html`<p class="muted">${t('details.loading')}</p>`;
  return html`<h4>${t('details.extras')}</h4>
    ${parts.length === 0 ? html`<p class="muted">${t('details.noExtras')}</p>` : html`<ul class="extras">
      ${parts.map(extra => html`<li key=${extra.id}><span>${nameOf(extra)}<small>${priceOf(extra)}</small></span>
        ${extra.stock > 0 ? html`<${Count} extra=${extra} n=${extras[extra.id] ?? 0}
          set=${n => setExtras({ ...extras, [extra.id]: n })} />`
          : html`<small>${t('extra.onSite')}</small>`}</li>`)}</ul>`}`;
}

export const nameOf = extra => extra.names?.[spoken()] ?? extra.names?.en ?? extra.kind;

const unitOf = unit => (has(`unit.${unit}`) ? t(`unit.${unit}`) : unit);

export const priceOf = extra => t('extra.each', { price: money(extra.price), unit: unitOf(extra.unit) });

const Count = ({ extra, n, set }) => html`<input class="count" type="number" min="0" max=${extra.stock}
  value=${n} aria-label=${`${t('extra.with')}: ${nameOf(extra)}`}
  onChange=${e => set(Math.max(0, Math.min(extra.stock, Math.round(Number(e.target.value)) || 0)))} />`;

function Labels({ centreId }) {
  const labels = useParts(centreId, 'labels');
  if (!labels || labels.length === 0) return null;
  return html`<h4>${t('details.labels')}</h4><ul class="labels">${labels.map(label => html`
    <li key=${label.id}>${label.name} <${Stars} n=${label.stars} /></li>`)}</ul>`;
}

// How a visit ended, and what of it is counted.
import { html } from 'preact';
import { day, duration, has, spoken, t, time } from '../language.js';
import { done } from '../state/journey.js';
import { placeOf } from './facts.js';
import { nameOf, useParts } from './details.js';
import { Line } from './line.js';

export function Ended({ ended }) {
  const place = placeOf(ended.centreId);
  const extras = useParts(ended.centreId, 'extras');
  return html`<section class="journey over" aria-labelledby="journey-title">
    <h2 id="journey-title" tabindex="-1">${t('ended.title')}</h2>
    <p class="journey-place"><b>${place?.name ?? ended.centreId}</b>
      <span>${day(ended.startedAt)}, ${time(ended.startedAt)} – ${time(ended.endedAt ?? Date.now())}</span></p>
    <${Line} at=${4} />
    <h3>${t('ended.why')}</h3>
    <p class="why" role="status">${reason(ended)}</p>
    ${ended.rule && html`<p class="muted">${t('ended.rule', { rule: ended.rule })}</p>`}
    <h3>${t('ended.usage')}</h3>
    ${ended.usage.length === 0 ? html`<p class="muted">${t('ended.usage.later')}</p>`
      : html`<dl class="usage">${ended.usage.map(record => html`<div key=${record.id}>
        <dt>${what(record, extras)}</dt><dd>${howMuch(record)}</dd></div>`)}</dl>`}
    <div class="actions"><button type="button" class="primary" onClick=${done}>${t('ended.again')}</button>
      <button type="button" class="quiet" onClick=${() => window.print()}>${t('print')}</button></div>
  </section>`;
}

/** The server's own sentence, else ours for what ended it. */
function reason(ended) {
  if (ended.text?.includes(' ')) return ended.text;
  const key = `ended.by.${ended.endedBy}`;
  return has(key) ? t(key) : ended.endedBy;
}

function what(record, extras) {
  if (has(`usage.${record.kind}`)) return t(`usage.${record.kind}`);
  const extra = extras?.find(known => known.kind === record.of);
  return extra ? nameOf(extra) : record.of;
}

function howMuch({ quantity, unit }) {
  if (unit === 'second') return duration(Number(quantity) / 60);
  const number = new Intl.NumberFormat(spoken()).format(Number(quantity));
  return `${number} × ${has(`unit.${unit}`) ? t(`unit.${unit}`) : unit}`;
}

// When a centre was not heard in the last 30 days, as it is kept: a line of days, and each outage with its length.
import { html } from 'preact';
import { duration, shortDay, t, time } from '../language.js';
import { saveTable } from './save-table.js';

const DAYS = 30, DAY_MS = 86_400_000, WIDE = 1000;

export function Outages({ outages, name }) {
  const now = Date.now(), from = now - DAYS * DAY_MS;
  const at = instant => Math.max(0, ((new Date(instant) - from) / (DAYS * DAY_MS)) * WIDE);
  const minutes = one => Math.round(((one.to ? new Date(one.to) : now) - Math.max(from, new Date(one.from))) / 60_000);
  const whole = outages.reduce((sum, one) => sum + minutes(one), 0);
  const save = () => saveTable(`${name}-outages`, [['centreId', 'from', 'to'], ...outages.map(one => [one.centreId, one.from, one.to ?? ''])]);
  return html`<section class="gate-part" aria-labelledby="gate-outages"><div class="part-head"><h3 id="gate-outages">${t('outages.title')}</h3>
      <button type="button" class="quiet small" disabled=${outages.length === 0} onClick=${save}>${t('events.export')}</button></div>
    <svg class="range outage-range" viewBox="0 0 ${WIDE} 24" preserveAspectRatio="none" role="img"
      aria-label=${t('outages.line', { n: outages.length, time: duration(whole) })}><rect class="room" width=${WIDE} height="24" />
      ${outages.map(one => html`<rect key=${one.from} class="out" x=${at(one.from)} width=${Math.max(3, at(one.to ?? now) - at(one.from))} height="24" />`)}</svg>
    <p class="range-words"><span>${shortDay(new Date(from).toISOString())}</span><b>${outages.length === 0 ? t('outages.none') : t('outages.sum', { time: duration(whole) })}</b><span>${t('gate.now')}</span></p>
    ${outages.length > 0 && html`<ul class="drawn">${outages.map(one => html`<li key=${one.from}><b>${duration(minutes(one))}</b>
      <span>${when(one.from)}</span><small>${one.to ? t('outages.until', { when: when(one.to) }) : t('outages.open')}</small></li>`)}</ul>`}
  </section>`;
}

const when = at => `${shortDay(at)}, ${time(at)}`;

// What the line of a box carried, and when it was cut.
import { html } from 'preact';
import { shortDay, spoken, t, time } from '../language.js';
import { measureBox } from '../state/boxes.js';
import { Outages } from './outages.js';

const mega = kbps => new Intl.NumberFormat(spoken(), { maximumFractionDigits: kbps < 10_000 ? 1 : 0 }).format(kbps / 1000);

/** One sample in a few words. */
export const carried = sample => sample ? `${mega(sample.downKbps)} / ${mega(sample.upKbps)} Mbit/s` : t('box.unmeasured');

const WIDE = 280, HIGH = 40;

export function Line({ box, store }) {
  const most = Math.max(1, ...box.line.map(sample => sample.downKbps));
  const step = WIDE / 28;
  return html`<section class="gate-part" aria-labelledby="line-title"><div class="part-head"><h3 id="line-title">${t('box.line.title')}</h3>
      <button type="button" class="quiet small" disabled=${store.busy === 'measure'} onClick=${() => measureBox(box.gatewayId)}>${t('box.measure')}</button></div>
    ${box.line.length === 0 ? html`<p class="muted">${t('box.line.none')}</p>`
      : html`<svg class="samples" viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label=${t('box.line.bars', { n: box.line.length, most: mega(most) })}>
          ${box.line.map((sample, n) => { const high = Math.max(1, HIGH * sample.downKbps / most);
            return html`<rect key=${sample.at} x=${n * step} y=${HIGH - high} width=${step - 2} height=${high}><title>${when(sample)}: ${carried(sample)}</title></rect>`; })}</svg>
        <p class="muted">${t('box.line.last', { when: when(box.line.at(-1)), carried: carried(box.line.at(-1)) })}</p>`}
    <p class="muted">${t('box.line.how')}</p></section>
    ${store.box?.outages && html`<${Outages} outages=${store.box.outages} name=${box.centreId} />`}`;
}

const when = sample => `${shortDay(sample.at)}, ${time(sample.at)}`;

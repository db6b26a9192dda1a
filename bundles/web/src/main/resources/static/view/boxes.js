// The boxes in the list of what stands in centres.
import { html } from 'preact';
import { t } from '../language.js';
import { beginBox, chooseBox } from '../state/boxes.js';
import { placeOf } from './facts.js';

/** How far a box is: awaited, come, trouble or GREEN; late from when the hub takes its centre as cut off. */
const LATE_MS = 120_000;
export function boxStands(box) {
  if (box.state === 'REVOKED') return 'revoked';
  if (box.state === 'AWAITED') return new Date(box.until) < Date.now() ? 'lapsed' : 'awaited';
  if (!box.heard) return 'came';
  if (Date.now() - new Date(box.heard) > LATE_MS) return 'silent';
  if (!box.well) return box.text ? 'trouble' : 'came';
  return 'green';
}

const LAMPS = { green: 'well', silent: 'down', trouble: 'alarm', lapsed: 'alarm' };

export function Boxes({ boxes, chosen }) {
  return html`<section class="boxes" aria-labelledby="boxes-title"><div class="part-head"><h2 id="boxes-title">${t('boxes.title')}</h2>
      <button type="button" class="primary small" onClick=${() => beginBox()}>${t('box.expect')}</button></div>
    ${boxes.length === 0 ? html`<p class="muted">${t('boxes.none')}</p>`
      : html`<ul class="gate-rows">${boxes.map(box => html`<li key=${box.gatewayId}><button type="button" class="gate-row"
        data-stands=${LAMPS[boxStands(box)] ?? 'unseen'} aria-current=${box.gatewayId === chosen ? 'true' : undefined}
        onClick=${() => chooseBox(box.gatewayId)}><i class="lamp" aria-hidden="true"></i>
        <span><b>${placeOf(box.centreId)?.name ?? box.centreId}</b><small>${box.gatewayId}</small></span>
        <span class="gate-word">${t(`box.is.${boxStands(box)}`)}</span></button></li>`)}</ul>`}
  </section>`;
}

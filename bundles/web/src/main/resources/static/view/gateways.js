// The gateways of centres, worst first, and the one that is looked at beside them.
import { html, useEffect, useState } from 'preact';
import { t } from '../language.js';
import { chooseGateway, watchGateways } from '../state/gateways.js';
import { placeOf } from './facts.js';
import { Gateway } from './gateway.js';
import { Rooms } from './rooms.js';
import { Boxes } from './boxes.js';
import { Box } from './box.js';
import { BoxForm } from './box-form.js';

/** How one stands, in one word; worst first. */
const ORDER = ['down', 'alarm', 'unseen', 'well'];

export function gateStands(gateway) {
  if (!gateway.since) return 'unseen';
  if (!gateway.up) return 'down';
  return gateway.alarms.length > 0 ? 'alarm' : 'well';
}

export const centreName = gateway => placeOf(gateway.centreId)?.name ?? gateway.centreId;
const worse = (a, b) => ORDER.indexOf(gateStands(a)) - ORDER.indexOf(gateStands(b))
  || centreName(a).localeCompare(centreName(b));
const ill = gateway => ['down', 'alarm'].includes(gateStands(gateway));

export function Gateways({ store }) {
  const { me, gateways, gateway, gatewaysLost, boxes, box } = store;
  useEffect(watchGateways, []);
  const alone = gateways?.length === 1 ? gateways[0].id : undefined;
  useEffect(() => { if (alone && !gateway && !box) chooseGateway(alone); }, [alone]);
  const looked = gateways?.find(each => each.id === gateway?.id);
  const shown = boxes?.find(each => each.gatewayId === box?.id);
  const right = box?.form ? html`<${BoxForm} ...${box} store=${store} />`
    : shown ? html`<${Box} key=${box.id} box=${shown} ticket=${box.ticket} store=${store} />`
      : looked && html`<${Gateway} key=${looked.id} gateway=${looked} store=${store} alone=${Boolean(alone) && !boxes} />`;
  return html`<div class="gates" data-looking=${Boolean(right)}>
    <div class="gates-list"><${Rooms} me=${me} />
      <div class="hero"><h1>${t('gates.title')}</h1>
        ${gateways?.length > 0 && html`<p class="tally" role="status">${tally(gateways)}</p>`}</div>
      ${gatewaysLost && html`<p class="notice" role="alert">${t('gates.lost')}</p>`}
      ${gateways === undefined ? html`<p class="loading" role="status"><i class="spinner" aria-hidden="true"></i>${t('loading')}</p>`
        : html`${boxes && html`<${Boxes} boxes=${boxes} chosen=${box?.id} />`}<${List} gateways=${gateways} chosen=${looked?.id} />`}</div>
    <div class="gates-one" id="places" tabindex="-1">${right || html`<p class="gates-hint">${t('gates.choose')}</p>`}</div></div>`;
}

function tally(gateways) {
  const n = gateways.filter(ill).length;
  return n === 0 ? t('gates.allWell', { n: gateways.length }) : t('gates.some', { n });
}

function List({ gateways, chosen }) {
  const [text, setText] = useState('');
  const [only, setOnly] = useState(false);
  if (gateways.length === 0) return html`<div class="empty"><h2>${t('gates.none')}</h2><p>${t('gates.none.why')}</p></div>`;
  const wanted = text.trim().toLowerCase();
  const shown = gateways.filter(gateway => (!only || ill(gateway))
    && `${centreName(gateway)} ${gateway.id} ${placeOf(gateway.centreId)?.site.town ?? ''}`.toLowerCase().includes(wanted));
  return html`${gateways.length > 6 && html`<div class="gates-find">
      <label class="field"><span>${t('gates.find')}</span><input type="search" value=${text} onInput=${e => setText(e.target.value)} /></label>
      <button type="button" class="chip" aria-pressed=${only} onClick=${() => setOnly(!only)}>${t('gates.only')}</button></div>`}
    <ul class="gate-rows">${[...shown].sort(worse).map(gateway => html`<li key=${gateway.id}>
      <${Row} gateway=${gateway} chosen=${gateway.id === chosen} /></li>`)}</ul>
    ${shown.length === 0 && html`<p class="muted" role="status">${t('gates.noneFound')}</p>`}`;
}

const Row = ({ gateway, chosen }) => html`<button type="button" class="gate-row" data-gate=${gateway.id} data-stands=${gateStands(gateway)}
    aria-current=${chosen ? 'true' : undefined} onClick=${() => chooseGateway(gateway.id)}>
  <i class="lamp" aria-hidden="true"></i>
  <span><b>${centreName(gateway)}</b><small>${gateway.id} · ${gateway.driver}</small></span>
  <span class="gate-word">${t(`gate.is.${gateStands(gateway)}`)}<small>${t('gate.alive', { n: gateway.alive })}</small></span></button>`;

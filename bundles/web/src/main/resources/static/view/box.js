// One box: from its token to GREEN, what it says of itself, and the end of our belief in it.
import { html, useState } from 'preact';
import { ago, day, money, t, time } from '../language.js';
import { beginBox, chooseBox, revokeBox } from '../state/boxes.js';
import { boxStands } from './boxes.js';
import { Confirm } from './confirm.js';
import { placeOf } from './facts.js';
import { Qr } from './qr.js';
import { carried, Line } from './box-line.js';
import { save } from './save.js';

const STOPS = ['token', 'came', 'files', 'green'];
const AT = { awaited: 1, lapsed: 1, came: 2, trouble: 2, silent: 3, green: 4 };

export function Box({ box, ticket, store }) {
  const [asking, setAsking] = useState(false);
  const stands = boxStands(box);
  const at = stands === 'silent' && !box.applied ? 2 : stands === 'trouble' && box.applied ? 3 : AT[stands];
  const revoke = async () => { if (await revokeBox(box.gatewayId)) setAsking(false); };
  return html`<article class="gate" aria-labelledby="gate-title">
    <button type="button" class="quiet small gate-back" onClick=${() => chooseBox(undefined)}>${t('gate.back')}</button>
    <header><div><h2 id="gate-title">${placeOf(box.centreId)?.name ?? box.centreId}</h2><p class="where">${box.gatewayId} · ${box.ssids.join(', ')}</p></div>
      <p class="state" data-stands=${stands}>${t(`box.is.${stands}`)}</p></header>
    ${at && html`<ol class="stops box-stops" aria-label=${t('box.progress')} style=${{ '--at': at }}>${STOPS.map((stop, n) => html`<li key=${stop}
      data-done=${n < at} aria-current=${n === at - 1 ? 'step' : null}><span>${t(`box.stop.${stop}`)}</span></li>`)}</ol>`}
    ${stands === 'lapsed' && html`<p class="trouble">${t('box.lapsed')}</p>`}
    ${box.text && !box.well && html`<p class="trouble"><b>${t('box.refuses')}</b> ${box.text}</p>`}
    ${ticket && stands === 'awaited' && html`<${Ticket} ticket=${ticket} />`}
    ${stands === 'awaited' && !ticket && html`<p class="notice">${t('box.tokenGone', { day: day(box.until), time: time(box.until) })}</p>`}
    ${box.heard && html`<dl class="gauges"><${Gauge} name=${t('box.heard')} value=${ago(box.heard) || t('gate.now')} />
      <${Gauge} name=${t('box.hash')} value=${html`<code title=${box.applied}>${box.applied.slice(0, 12) || '—'}</code>`} />
      <${Gauge} name=${t('box.line')} value=${carried(box.line.at(-1))} />
      <${Gauge} name=${t('box.uplink')} value=${box.uplink} /></dl>`}
    ${held(box) && html`<p class="notice" role="status">${held(box)}</p>`}
    ${box.heard && html`<${Line} box=${box} store=${store} />`}
    <div class="confirm"><button type="button" class="quiet" onClick=${() => beginBox(box.centreId, box)}>${t('box.again')}</button>
      ${box.state !== 'REVOKED' && html`<button type="button" class="danger" onClick=${() => setAsking(true)}>${t('box.revoke')}</button>`}</div>
    ${asking && html`<${Confirm} title=${t('box.revoke.title')} yes=${t('box.revoke')} busy=${store.busy === 'box'} onYes=${revoke}
      onNo=${() => setAsking(false)}><p>${t('box.revoke.text')}</p></${Confirm}>`}
  </article>`;
}

/** What is held back while it is cut off. */
function held({ heldCredit, heldBudgets }) {
  if (Number(heldCredit.amount) === 0 && heldBudgets === 0) return '';
  return t('box.held', { money: money(heldCredit), n: heldBudgets });
}

const Gauge = ({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const Ticket = ({ ticket }) => html`<div class="ticket"><figure class="qr"><${Qr} text=${ticket.qr} label=${t('box.qr')} /></figure>
  <div><p><b>${t('box.once')}</b> ${t('box.until', { day: day(ticket.until), time: time(ticket.until) })}</p>
    <ol class="steps-do"><li>${t('box.do.file')}</li><li>${t('box.do.plug')}</li><li>${t('box.do.wait')}</li></ol>
    <button type="button" class="primary" onClick=${() => save(`enrolment-${ticket.gatewayId}`, 'text/plain', ticket.file)}>${t('box.file')}</button></div></div>`;

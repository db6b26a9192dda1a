// One gateway: how it stands, what is wrong, who is there, its channels, what happened.
import { html, useEffect, useRef } from 'preact';
import { ago, shortDay, t, time } from '../language.js';
import { chooseGateway } from '../state/gateways.js';
import { whereOf, placeOf } from './facts.js';
import { centreName, gateStands } from './gateways.js';
import { Sessions } from './gateway-sessions.js';
import { Channels } from './gateway-channels.js';
import { Timeline } from './gateway-events.js';
import { Outages } from './outages.js';

export function Gateway({ gateway, store, alone }) {
  const heading = useRef();
  useEffect(() => { if (!alone) { heading.current?.focus(); scrollTo({ top: 0 }); } }, [gateway.id]);
  const seen = store.gateway;
  const place = placeOf(gateway.centreId);
  const stands = gateStands(gateway);
  return html`<article class="gate" aria-labelledby="gate-title">
    ${!alone && html`<button type="button" class="quiet small gate-back" onClick=${() => chooseGateway(undefined)}>${t('gate.back')}</button>`}
    <header><div><h2 id="gate-title" tabindex="-1" ref=${heading}>${centreName(gateway)}</h2>
        <p class="where">${place && `${whereOf(place)} · `}${gateway.id} · ${gateway.driver}</p></div>
      <p class="state" data-stands=${stands}>${t(`gate.is.${stands}`)}</p></header>
    <${Alarms} gateway=${gateway} />
    <dl class="gauges">
      <${Gauge} name=${t(gateway.up ? 'gate.since' : 'gate.downSince')} value=${gateway.since ? when(gateway.since) : '—'} />
      <${Gauge} name=${t('gate.heard')} value=${gateway.heard ? ago(gateway.heard) || t('gate.now') : t('gate.never')} />
      <${Gauge} name=${t('gate.sessions')} value=${gateway.alive} />
      <${Gauge} name=${t('gate.queue')} value=${gateway.waiting} />
    </dl>
    ${gateway.text && html`<p class="muted gate-text">${t('gate.says')} <q>${gateway.text}</q></p>`}
    ${seen.sessions ? html`<${Sessions} sessions=${seen.sessions} store=${store} />
      <${Channels} channels=${seen.channels} /><${Timeline} events=${seen.events} gateway=${gateway} /><${Outages} outages=${seen.outages} name=${gateway.centreId} />`
      : html`<p class="loading" role="status"><i class="spinner" aria-hidden="true"></i>${t('loading')}</p>`}
  </article>`;
}

const Gauge = ({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const Alarms = ({ gateway }) => gateway.alarms.length > 0 && html`<ul class="alarms" role="alert">${gateway.alarms.map(alarm => html`
  <li key=${alarm.fault}><b>${t(`alarm.${alarm.fault}`, { n: alarm.count })}</b> ${t(`alarm.${alarm.fault}.do`)}</li>`)}</ul>`;

/** The time, with the day where it is not today's. */
export function when(at) {
  const today = shortDay(Date.now()) === shortDay(at);
  return today ? time(at) : `${shortDay(at)}, ${time(at)}`;
}

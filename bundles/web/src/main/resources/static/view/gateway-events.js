// What happened at a gateway, as a line with stops; what is shown can be taken along as a table.
import { html, useState } from 'preact';
import { has, shortDay, t, time } from '../language.js';
import { saveTable } from './save-table.js';

const OF_SESSIONS = ['BEGAN', 'CUT', 'ENDED'];
const GROUPS = { all: () => true, sessions: e => OF_SESSIONS.includes(e.kind), health: e => !OF_SESSIONS.includes(e.kind) };
const FEW = 30;

export function Timeline({ events, gateway }) {
  const [group, setGroup] = useState('all');
  const [whole, setWhole] = useState(false);
  const wanted = events.filter(GROUPS[group]);
  const shown = whole ? wanted : wanted.slice(0, FEW);
  return html`<section class="gate-part" aria-labelledby="gate-events"><div class="part-head"><h3 id="gate-events">${t('events.title')}</h3>
      <button type="button" class="quiet small" disabled=${wanted.length === 0} onClick=${() => save(wanted, gateway)}>${t('events.export')}</button></div>
    <div class="chips" role="group" aria-label=${t('events.filter')}>${Object.keys(GROUPS).map(name => html`<button type="button" key=${name}
      class="chip" aria-pressed=${name === group} onClick=${() => setGroup(name)}>${t(`events.${name}`)}</button>`)}</div>
    ${wanted.length === 0 ? html`<p class="muted">${t('events.none')}</p>` : html`<ol class="happened">${shown.map((event, n) => html`
      ${day(event, shown[n - 1]) && html`<li class="of-day" key=${`${event.at}day`}>${day(event, shown[n - 1])}</li>`}
      <li key=${`${event.at}${event.kind}${event.sessionId ?? n}`} data-kind=${event.kind}><time datetime=${event.at}>${time(event.at)}</time>
        <p>${words(event)}</p></li>`)}</ol>`}
    ${wanted.length > shown.length && html`<button type="button" class="quiet" onClick=${() => setWhole(true)}>
      ${t('events.more', { n: wanted.length - shown.length })}</button>`}
  </section>`;
}

/** The day, where it is another than that of the event before it. */
function day(event, before) {
  const own = shortDay(event.at);
  return before && shortDay(before.at) === own ? '' : own;
}

function words({ kind, text, sessionId }) {
  if (kind === 'ALARM' || kind === 'CALM') return html`<b>${t(`event.${kind}`)}</b> ${has(`alarm.${text}.name`) ? t(`alarm.${text}.name`) : text}`;
  const group = kind === 'CUT' ? 'cut' : 'end';
  const why = has(`${group}.${text}`) ? t(`${group}.${text}`) : text;
  return html`<b>${t(`event.${kind}`)}</b> ${why} ${sessionId && html`<small>${sessionId.slice(0, 6)}</small>`}`;
}

const save = (events, gateway) => saveTable(`${gateway.id}-events`,
  [['at', 'kind', 'session', 'text'], ...events.map(e => [e.at, e.kind, e.sessionId ?? '', e.text])]);

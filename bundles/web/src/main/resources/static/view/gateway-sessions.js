// Who is there now; the desk may end a session, after it was asked once more.
import { html, useState } from 'preact';
import { t, time } from '../language.js';
import { endSession, nameOf } from '../state/gateways.js';
import { Confirm } from './confirm.js';
import { when } from './gateway.js';

export function Sessions({ sessions, store }) {
  const [ending, setEnding] = useState();
  const people = sessions.some(session => session.person);
  const end = async () => { if (await endSession(ending)) setEnding(undefined); };
  return html`<section class="gate-part" aria-labelledby="gate-sessions"><h3 id="gate-sessions">${t('sessions.title', { n: sessions.length })}</h3>
    ${sessions.length === 0 ? html`<p class="muted">${t('sessions.none')}</p>`
      : html`<table class="sessions" data-people=${people}><thead><tr>${people && html`<th scope="col">${t('sessions.person')}</th>`}
        <th scope="col">${t('sessions.company')}</th><th scope="col">${t('sessions.channel')}</th><th scope="col">${t('sessions.time')}</th>
        <th scope="col">${t('sessions.state')}</th>${people && html`<td></td>`}</tr></thead>
      <tbody>${sessions.map((session, n) => html`<${Row} key=${session.id ?? n} session=${session} people=${people} end=${() => setEnding(session)} />`)}</tbody></table>`}
    ${!people && sessions.length > 0 && html`<p class="muted">${t('sessions.noPeople')}</p>`}
    ${ending && html`<${Confirm} title=${t('sessions.end.title')} yes=${t('sessions.end.yes')} busy=${Boolean(store.busy)}
      onYes=${end} onNo=${() => setEnding(undefined)}><p>${t('sessions.end.text', { person: nameOf(ending.person), time: time(ending.until) })}</p></${Confirm}>`}
  </section>`;
}

const Row = ({ session, people, end }) => html`<tr data-state=${session.state}>
  ${people && html`<td data-name=${t('sessions.person')}><b>${nameOf(session.person)}</b></td>`}
  <td data-name=${t('sessions.company')}>${nameOf(session.company)}</td>
  <td data-name=${t('sessions.channel')}>${session.segment}</td>
  <td data-name=${t('sessions.time')}>${when(session.from)} – ${time(session.until)}</td>
  <td data-name=${t('sessions.state')}><span class="state" data-state=${session.state}>${t(`live.${session.state}`)}</span></td>
  ${people && html`<td>${session.visitId && session.state !== 'CUTTING' && html`<button type="button" class="quiet small"
    aria-label=${t('sessions.end.label', { person: nameOf(session.person) })} onClick=${end}>${t('sessions.end')}</button>`}</td>`}</tr>`;

// Who is there now; the desk may end a visit, the operator a session alone, each after being asked once more.
import { html, useState } from 'preact';
import { t, time } from '../language.js';
import { cutSession, endSession, nameOf } from '../state/gateways.js';
import { Confirm } from './confirm.js';
import { when } from './gateway.js';

const REASONS = ['KEY_KNOWN', 'MISUSE', 'FAULT', 'OTHER'];

export function Sessions({ sessions, store }) {
  const [ending, setEnding] = useState();
  const people = sessions.some(session => session.person);
  const cuts = store.me?.roles?.includes('FEDERATION');
  const shut = () => setEnding(undefined);
  return html`<section class="gate-part" aria-labelledby="gate-sessions"><h3 id="gate-sessions">${t('sessions.title', { n: sessions.length })}</h3>
    ${sessions.length === 0 ? html`<p class="muted">${t('sessions.none')}</p>`
      : html`<table class="sessions" data-people=${people}><thead><tr>${people && html`<th scope="col">${t('sessions.person')}</th>`}
        <th scope="col">${t('sessions.company')}</th><th scope="col">${t('sessions.channel')}</th><th scope="col">${t('sessions.time')}</th>
        <th scope="col">${t('sessions.state')}</th>${(people || cuts) && html`<td></td>`}</tr></thead>
      <tbody>${sessions.map(session => html`<${Row} key=${session.handle} session=${session} people=${people} cuts=${cuts}
        end=${() => setEnding(session)} />`)}</tbody></table>`}
    ${!people && sessions.length > 0 && html`<p class="muted">${t('sessions.noPeople')}</p>`}
    ${ending && (cuts ? html`<${Cut} session=${ending} store=${store} shut=${shut} />` : html`<${End} session=${ending} store=${store} shut=${shut} />`)}
  </section>`;
}

function End({ session, store, shut }) {
  const end = async () => { if (await endSession(session)) shut(); };
  return html`<${Confirm} title=${t('sessions.end.title')} yes=${t('sessions.end.yes')} busy=${Boolean(store.busy)}
    onYes=${end} onNo=${shut}><p>${t('sessions.end.text', { person: nameOf(session.person), time: time(session.until) })}</p></${Confirm}>`;
}

function Cut({ session, store, shut }) {
  const [reason, setReason] = useState(REASONS[0]);
  const cut = async () => { if (await cutSession(store.gateway.id, session, reason)) shut(); };
  return html`<${Confirm} title=${t('sessions.end.title')} yes=${t('sessions.end.yes')} busy=${Boolean(store.busy)}
    onYes=${cut} onNo=${shut}><p>${t('sessions.cut.text')}</p>
    <label class="field"><span>${t('sessions.cut.why')}</span><select value=${reason} onChange=${e => setReason(e.target.value)}>
      ${REASONS.map(why => html`<option key=${why} value=${why}>${t(`cut.${why}`)}</option>`)}</select></label></${Confirm}>`;
}

function Row({ session, people, cuts, end }) {
  const { segment, company, person, state } = session;
  const may = state !== 'CUTTING' && (cuts || session.visitId);
  const label = cuts ? t('sessions.cut.label', { company: nameOf(company), n: segment, time: time(session.from) })
    : person && t('sessions.end.label', { person: nameOf(person) });
  return html`<tr data-state=${state}>
  ${people && html`<td data-name=${t('sessions.person')}><b>${nameOf(person)}</b></td>`}
  <td data-name=${t('sessions.company')}>${nameOf(company)}</td>
  <td data-name=${t('sessions.channel')}>${segment}</td>
  <td data-name=${t('sessions.time')}>${when(session.from)} – ${time(session.until)}</td>
  <td data-name=${t('sessions.state')}><span class="state" data-state=${state}>${t(`live.${state}`)}</span></td>
  ${(people || cuts) && html`<td>${may && html`<button type="button" class="quiet small" aria-label=${label} onClick=${end}>${t('sessions.end')}</button>`}</td>`}</tr>`;
}

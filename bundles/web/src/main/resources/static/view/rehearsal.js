// What would be read of a system now, and what that would change: a report, and nothing happens.
import { html } from 'preact';
import { t } from '../language.js';
import { rehearse } from '../state/systems.js';
import { Steps } from './steps.js';

export function Rehearsal({ system, store }) {
  const going = store.busy === `rehearse:${system.id}`;
  const seen = store.rehearsals[system.id];
  const name = id => system.names[id] ?? id;
  return html`<div class="rehearsal"><button type="button" class="quiet" disabled=${Boolean(store.busy)} aria-busy=${going}
      onClick=${() => rehearse(system)}>${t(going ? 'rehearsal.going' : 'rehearsal.do')}</button>
    <div role="status">${seen && !going && html`<div class="proof"><p><b>${t('rehearsal.title')}</b></p>
      <ul>${seen.spaces.map(each => html`<li key=${each.spaceId}><b>${name(each.spaceId)}</b> ${t('rehearsal.space', {
        read: each.read, ours: each.ours, fresh: each.fresh, changed: each.changed, gone: each.gone })}</li>`)}</ul>
      <p>${t('rehearsal.messages', { waiting: seen.waiting, aside: seen.aside })}</p>
      <${Steps} steps=${seen.steps} clockAhead=${seen.clockAhead} names=${name} /></div>`}</div></div>`;
}

// Where a centre's calendar and ours say two things, until somebody says that it is settled.
import { html } from 'preact';
import { shortDay, t, time } from '../language.js';
import { settle } from '../state/systems.js';

export function Incidents({ system, busy }) {
  if (system.incidents.length === 0) return null;
  const { names } = system;
  return html`<div class="incidents"><h3>${t('systems.incidents', { n: system.incidents.length })}</h3>
    <ul>${system.incidents.map(incident => html`<li key=${incident.id}>
      <p><b>${names[incident.spaceId] ?? incident.spaceId}</b>, ${when(incident)}</p>
      <p>${t(`incident.${incident.kind}`)}</p>
      ${incident.insteadSpaceId && html`<p class="muted">${t('incident.instead', {
        space: names[incident.insteadSpaceId] ?? incident.insteadSpaceId })}</p>`}
      <button type="button" class="quiet small" disabled=${Boolean(busy)}
        aria-label=${t('systems.settle.label', { space: names[incident.spaceId] ?? incident.spaceId, time: time(incident.from) })}
        onClick=${() => settle(incident)}>${t('systems.settle')}</button></li>`)}</ul></div>`;
}

const when = ({ from, to }) => `${shortDay(from)}, ${time(from)} – ${time(to)}`;

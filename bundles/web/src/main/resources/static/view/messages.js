// What a system has not been told yet, and what was set aside because it would not take it.
import { html } from 'preact';
import { has, shortDay, t, time } from '../language.js';
import { said } from './said.js';
import { forgetMessage, replay, steers } from '../state/systems.js';

export function Messages({ system, store }) {
  if (system.queue.length === 0) return null;
  const { names } = system;
  return html`<div class="messages"><h3>${t('systems.queue', { n: system.queue.length })}</h3>
    <ul>${system.queue.map(message => html`<li key=${message.id} data-aside=${!message.due}>
      <p><b>${names[message.spaceId] ?? message.spaceId}</b>, ${what(message)}</p>
      <p class="muted">${stands(message)}${message.why && html` · ${said(message.why)}`}
        ${message.attempts > 0 && html` · ${t('systems.attempts', { n: message.attempts })}`} · ${t('systems.since', { time: when(message.since) })}</p>
      ${steers(store.me) && html`<div class="pair">
        <button type="button" class="quiet small" disabled=${Boolean(store.busy)}
          onClick=${() => replay(system, message)}>${t('systems.replay')}</button>
        <button type="button" class="quiet small" disabled=${Boolean(store.busy)}
          onClick=${() => forgetMessage(system, message)}>${t('systems.drop')}</button></div>`}
    </li>`)}</ul></div>`;
}

/** What becomes of it now: whether the system has it, or when it is tried again. */
const stands = ({ state, askedSince, due }) => (askedSince ? t(`systems.state.${state}`, { time: time(askedSince) })
  : due ? t('systems.next', { time: time(due) }) : t('systems.aside'));
const when = at => `${shortDay(at)} ${time(at)}`;

const what = message => (has(`message.${message.what}`) ? t(`message.${message.what}`) : message.what);

// What a system has not been told yet, and what was set aside because it would not take it.
import { html } from 'preact';
import { has, t, time } from '../language.js';
import { said } from './said.js';
import { forgetMessage, replay, steers } from '../state/systems.js';

export function Messages({ system, store }) {
  if (system.queue.length === 0) return null;
  const { names } = system;
  return html`<div class="messages"><h3>${t('systems.queue', { n: system.queue.length })}</h3>
    <ul>${system.queue.map(message => html`<li key=${message.id} data-aside=${!message.due}>
      <p><b>${names[message.spaceId] ?? message.spaceId}</b>, ${what(message)}</p>
      <p class="muted">${message.due ? t('systems.next', { time: time(message.due) }) : t('systems.aside')}
        ${message.why && html` · ${said(message.why)}`} · ${t('systems.attempts', { n: message.attempts })}</p>
      ${steers(store.me) && html`<div class="pair">
        <button type="button" class="quiet small" disabled=${Boolean(store.busy)}
          onClick=${() => replay(system, message)}>${t('systems.replay')}</button>
        <button type="button" class="quiet small" disabled=${Boolean(store.busy)}
          onClick=${() => forgetMessage(system, message)}>${t('systems.drop')}</button></div>`}
    </li>`)}</ul></div>`;
}

const what = message => (has(`message.${message.what}`) ? t(`message.${message.what}`) : message.what);

// It is connected: what each space is promised by now, what stayed as it was, and the way back.
import { html } from 'preact';
import { t } from '../language.js';
import { leaveAssistant } from '../state/assistant.js';
import { undoConnection } from '../state/connecting.js';

export function Done({ assistant }) {
  const { done, undoing } = assistant;
  const name = id => assistant.names?.[id] ?? id;
  return html`<div class="done"><p class="lead" role="status">${t('assistant.done.lead')}</p>
    <ul class="fits">${done.rows.map(row => html`<li class="fit" key=${row.spaceId} data-sure=${!done.stays[row.spaceId]}>
      <p><b>${name(row.spaceId)}</b></p>
      <p class="earned">${done.stays[row.spaceId] ? html`<span class="wrong">${t('assistant.stays')}</span> ${why(done.stays[row.spaceId])}`
        : html`<b>${t(`truth.${row.mode}`)}</b> ${t(`proof.${row.mode}`)}`}</p></li>`)}</ul>
    <footer><button type="button" class="quiet" disabled=${undoing} aria-busy=${Boolean(undoing)} onClick=${undoConnection}>${t('assistant.undo')}</button>
      <button type="button" class="primary" onClick=${leaveAssistant}>${t('assistant.toSystems')}</button></footer></div>`;
}

const why = stay => (stay.details?.bookings ? t('assistant.ahead', { n: Number(stay.details.bookings) }) : stay.text);

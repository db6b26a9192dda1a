// The personal key of the private network session, for this person's eyes: hidden until it is asked for.
import { html, useState } from 'preact';
import { t } from '../language.js';
import { say } from '../state/store.js';
import { openAgain } from '../state/journey.js';
import { OnSite, useNetworks } from './on-site.js';

export function Key({ visitId, session }) {
  if (!session) return html`<div class="key"><h3>${t('key.title')}</h3><p>${t('key.none')}</p></div>`;
  const { state } = session;
  const ready = session.key && (state === 'READY' || state === 'OPEN');
  return html`<div class="key"><h3>${t('key.title')}
      <span class="state" data-state=${state} role="status">${t(`session.${state}`)}</span></h3>
    ${ready ? html`<${Card} key=${session.id} visitId=${visitId} secret=${session.key} />`
      : state === 'PENDING' ? html`<p class="pending"><i class="spinner" aria-hidden="true"></i>${t('key.pending')}</p>
          <p class="muted">${t('key.pending.why')}</p>`
        : state === 'CUTTING' ? html`<p class="pending"><i class="spinner" aria-hidden="true"></i>${t('key.cutting')}</p>`
          : html`<p>${t('key.ended')}</p><div class="key-tools"><button type="button" class="quiet" onClick=${openAgain}>${t('key.again')}</button></div>`}
    ${ready && html`<p class="muted">${t('key.personal')}</p>`}</div>`;
}

function Card({ visitId, secret }) {
  const [open, setOpen] = useState(false);
  const path = `/visits/${encodeURIComponent(visitId)}/session`;
  const networks = useNetworks(`${path}/networks`);
  const copy = () => navigator.clipboard?.writeText(secret).then(() => say(t('key.copied')));
  return html`<dl class="key-card">
      <div><dt>${t('key.key')}</dt><dd><code>${open ? secret : '•'.repeat(12)}</code></dd></div>
    </dl>
    <div class="key-tools">
      <button type="button" class="quiet" aria-expanded=${open} onClick=${() => setOpen(!open)}>
        ${t(open ? 'key.hide' : 'key.show')}</button>
      ${navigator.clipboard && html`<button type="button" class="quiet" onClick=${copy}>${t('key.copy')}</button>`}
    </div>
    <${OnSite} networks=${networks} source=${`${path}/setup`} open=${open} />`;
}

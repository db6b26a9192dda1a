// Short notices; the one about a booking can take it back.
import { html } from 'preact';
import { t } from '../language.js';
import { hush } from '../state/store.js';

export const Toasts = ({ toasts }) => html`<div class="toasts" role="status" aria-live="polite">
  ${toasts.map(toast => html`<div class="toast" data-kind=${toast.kind} key=${toast.id}>
    <p>${toast.text}</p>
    ${toast.undo && html`<button type="button" class="undo"
      onClick=${() => { hush(toast.id); toast.undo(); }}>${t('undo')}</button>`}
    <button type="button" class="icon" aria-label=${t('dismiss')} onClick=${() => hush(toast.id)}>×</button>
  </div>`)}
</div>`;

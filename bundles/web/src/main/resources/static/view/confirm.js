// Asks once more before something that cannot be taken back.
import { html } from 'preact';
import { t } from '../language.js';
import { Dialog } from './dialog.js';

export const Confirm = ({ title, yes, busy, onYes, onNo, children }) => html`<${Dialog} title=${title} onShut=${onNo}>
  ${children}
  <div class="confirm"><button type="button" class="quiet" onClick=${onNo}>${t('confirm.no')}</button>
    <button type="button" class="danger" disabled=${busy} aria-busy=${busy} onClick=${onYes}>${busy ? t('busy') : yes}</button></div>
</${Dialog}>`;

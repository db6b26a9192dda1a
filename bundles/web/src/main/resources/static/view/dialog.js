// A dialog of the browser's own: focus stays in it, Escape closes it, focus goes back after.
import { html, useEffect, useRef } from 'preact';
import { t } from '../language.js';
import { set } from '../state/store.js';

export function Dialog({ title, onShut, children }) {
  const box = useRef();
  useEffect(() => { box.current.showModal(); }, []);
  const shut = () => (onShut ? onShut() : set({ dialog: undefined }));
  const outside = e => { if (e.target === box.current) box.current.close(); };
  return html`<dialog ref=${box} aria-labelledby="dialog-title" onClose=${shut} onClick=${outside}>
    <div class="dialog-body"><header><h2 id="dialog-title">${title}</h2>
      <button type="button" class="icon" aria-label=${t('close')} onClick=${() => box.current.close()}>×</button>
    </header>${children}</div></dialog>`;
}

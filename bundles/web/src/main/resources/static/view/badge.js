// The code that this person shows at the desk: a fresh one for as long as it is looked at.
import { html, useEffect, useState } from 'preact';
import { t } from '../language.js';
import { get } from '../rest.js';
import { Qr } from './qr.js';

/** A code lives for a minute; the next one is there before. */
const EARLY_MS = 15_000;
const AGAIN_MS = 5_000;

export function Badge({ memberId }) {
  const [open, setOpen] = useState(false);
  return html`<div class="badge-code"><button type="button" class="quiet" aria-expanded=${open}
      onClick=${() => setOpen(!open)}>${t(open ? 'badge.hide' : 'badge.show')}</button>
    ${open && html`<${Code} memberId=${memberId} />`}</div>`;
}

function Code({ memberId }) {
  const code = useCode(memberId);
  if (code === undefined) return html`<p class="pending" role="status"><i class="spinner" aria-hidden="true"></i>${t('busy')}</p>`;
  if (code === null) return html`<p role="alert">${t('badge.none')}</p>`;
  return html`<figure class="qr"><${Qr} text=${code} label=${t('badge.qr')} />
    <figcaption>${t('badge.lead')}</figcaption></figure>`;
}

/** Undefined: not known yet; null: none to be had just now. */
function useCode(memberId) {
  const [code, setCode] = useState();
  useEffect(() => {
    let live = true;
    let timer;
    const next = async () => {
      const got = await get(`/members/${encodeURIComponent(memberId)}/code`).catch(() => null);
      if (!live) return;
      setCode(got?.code ?? null);
      const left = got ? new Date(got.until) - Date.now() - EARLY_MS : 0;
      timer = setTimeout(next, Math.max(AGAIN_MS, left));
    };
    next();
    return () => { live = false; clearTimeout(timer); };
  }, [memberId]);
  return code;
}

// The code by which a centre's box lets this person in while the centre's line is down. It is read while there
// is a connection, and shown from then on without one; nothing where the centre has no such box.
import { html, useEffect, useState } from 'preact';
import { day, t } from '../language.js';
import { get } from '../rest.js';
import { wall } from '../wall-time.js';
import { OnSite } from './on-site.js';
import { Qr } from './qr.js';

const AGAIN_MS = 15_000;

export function LineCode({ memberId, centreId, at }) {
  const [open, setOpen] = useState(false);
  const told = useCode(`/members/${encodeURIComponent(memberId)}/code?centre=${encodeURIComponent(centreId)}&on=${wall(at).date}`);
  if (!told) return null;
  const { code, networks } = told;
  return html`<div class="line-code"><button type="button" class="quiet" aria-expanded=${open}
      onClick=${() => setOpen(!open)}>${t(open ? 'badge.hide' : 'line.code.show')}</button>
    ${open && html`<p>${t('line.code.when', { day: day(at) })}</p>
      <p><code>${code}</code></p>
      <figure class="qr"><${Qr} text=${code} label=${t('line.code.qr')} />
        <figcaption>${t('line.code.how')}</figcaption></figure>
      ${networks.length > 0 && html`<${OnSite} networks=${networks} open />`}`}</div>`;
}

/** Undefined until it is known, and where there is none; asked for again only where the connection was away. */
function useCode(path) {
  const [code, setCode] = useState();
  useEffect(() => {
    let live = true;
    let timer;
    const ask = async () => {
      try {
        const got = await get(path);
        if (live) setCode(got);
      } catch (refused) {
        if (live && (refused.status === 0 || refused.status >= 500)) timer = setTimeout(ask, AGAIN_MS);
      }
    };
    setCode(undefined);
    ask();
    return () => { live = false; clearTimeout(timer); };
  }, [path]);
  return code;
}

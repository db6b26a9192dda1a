// The networks on site, each with what a device joins by: a QR code, a file, or the steps by hand.
import { html, useEffect, useState } from 'preact';
import { t } from '../language.js';
import { fileOf, get } from '../rest.js';
import { Qr } from './qr.js';
import { deviceHere, Joining } from './joining.js';
import { save } from './save.js';

const AGAIN_MS = 15_000;
const FORMATS = { ios: 'APPLE', mac: 'APPLE', android: 'EAP_CONFIG', windows: 'EAP_CONFIG' };

/** Codes, which show the key, only where it is `open`; files come from `source`, or are saved from memory where there is none. */
export function OnSite({ networks, source, open }) {
  return html`${networks?.length === 0 && html`<p class="muted">${t('site.none')}</p>`}
    ${networks?.map(network => html`<section class="on-site" key=${network.ssid}>
      <h4>${t('key.network')} <b>${network.ssid}</b></h4>
      ${(open || network.proof === 'PORTAL') && html`<figure class="qr"><${Qr} text=${network.scan} label=${t('key.qr')} />
        <figcaption>${t(`site.scan.${network.proof}`)}</figcaption></figure>`}
      ${network.proof === 'NAME_AND_KEY' ? html`<${Files} network=${network} source=${source} />`
        : network.proof === 'PORTAL' ? html`<p class="muted">${t('join.portal')}</p>` : html`<${Joining} network=${network.ssid} />`}
    </section>`)}`;
}

/** The file for the device in the hand, and the others behind it; all of them where nobody knows which it is. */
function Files({ network, source }) {
  const here = FORMATS[deviceHere()];
  const list = (files, title) => html`<ul class="setups" aria-label=${title}>${files.map(file => html`<li key=${file.format}>
      <${File} file=${file} here=${file.format === here} address=${source && `${source}?network=${encodeURIComponent(network.ssid)}&format=${file.format}`} />
      <small>${t(`site.${file.format}.how`, { network: network.ssid })}</small></li>`)}</ul>`;
  const others = network.files.filter(file => file.format !== here);
  return html`<h5>${t('site.files')}</h5>
    ${here ? html`${list(network.files.filter(file => file.format === here), t('site.files'))}
      <details class="services"><summary>${t('site.others')}</summary>${list(others, t('site.others'))}</details>` : list(others, t('site.files'))}
    <p class="muted">${t('site.personal')}</p>`;
}

function File({ file, here, address }) {
  const look = here ? 'primary' : 'quiet';
  const name = t(`site.${file.format}`);
  return address ? html`<a class=${`button ${look}`} href=${fileOf(address)}>${name}</a>`
    : html`<button type="button" class=${look} onClick=${() => save(file.name, file.type, file.text)}>${name}</button>`;
}

/** Undefined until they are known; asked for again only where the connection was away. */
export function useNetworks(path) {
  const [networks, setNetworks] = useState();
  useEffect(() => {
    let live = true;
    let timer;
    const ask = () => get(path).then(got => live && setNetworks(got.items), refused => {
      if (live && (refused.status === 0 || refused.status >= 500)) timer = setTimeout(ask, AGAIN_MS);
    });
    setNetworks(undefined);
    ask();
    return () => { live = false; clearTimeout(timer); };
  }, [path]);
  return networks;
}

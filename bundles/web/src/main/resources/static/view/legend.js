// What the colours and shapes of the map mean.
import { html } from 'preact';
import { t } from '../language.js';
import { colourOf } from '../map/colours.js';
import { networkName } from './facts.js';

export function Legend({ networks, places, found }) {
  const used = new Set(places.map(place => place.networkId));
  const shown = [...used].map(id => networks[id]);
  return html`<aside class="legend" aria-label=${t('map.legend')}>
    <ul>${shown.map(network => html`<li><i style=${{ '--pin': colourOf(network) }} aria-hidden="true"></i>
      ${networkName(network)}</li>`)}</ul>
    ${found && html`<ul class="marks"><li><i class="mark-free" aria-hidden="true">3</i>${t('legend.free')}</li>
      <li><i class="mark-none" aria-hidden="true"></i>${t('legend.none')}</li></ul>`}</aside>`;
}

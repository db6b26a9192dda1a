// For who is not signed in: what this is, and the centres nearest to a town.
import { html } from 'preact';
import { t } from '../language.js';
import { set } from '../state/store.js';
import { away, PlainCard } from './plain-card.js';
import { spotName } from './spots.js';

const FEW = 6;

export function Welcome({ store }) {
  const { places, networks } = store;
  const count = Object.keys(networks).length;
  return html`<div class="hero"><h1>${t('welcome.title')}</h1>
    <p class="lead">${t('welcome.lead', { places: places.length, networks: count })}</p>
    <button type="button" class="primary big" onClick=${() => set({ dialog: 'signIn' })}>${t('signIn')}</button></div>`;
}

export function Nearby({ store }) {
  const { places, wish, chosen } = store;
  const byDistance = [...places].sort((a, b) => away(a, wish.near) - away(b, wish.near));
  const shown = byDistance.filter((place, i) => i < FEW || place.id === chosen);
  return html`<section class="results" id="places" tabindex="-1" aria-labelledby="nearby-title">
    <div class="results-head"><h2 id="nearby-title">
      ${t('welcome.near', { town: spotName(wish.near) })}</h2></div>
    <ol class="cards">${shown.map(place => html`<li key=${place.id}>
      <${PlainCard} place=${place} store=${store} /></li>`)}</ol></section>`;
}

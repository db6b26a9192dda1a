// For who is not signed in: what this is, and the centres nearest to a town.
import { html } from 'preact';
import { kilometres, t } from '../language.js';
import { set } from '../state/store.js';
import { project } from '../map/projection.js';
import { Badge, whereOf } from './facts.js';

const FEW = 6;

export function Welcome({ store }) {
  const { places, networks } = store;
  const count = Object.keys(networks).length;
  return html`<div class="hero"><h1>${t('welcome.title')}</h1>
    <p class="lead">${t('welcome.lead', { places: places.length, networks: count })}</p>
    <button type="button" class="primary big" onClick=${() => set({ dialog: 'signIn' })}>${t('signIn')}</button></div>`;
}

export function Nearby({ store }) {
  const { places, networks, wish } = store;
  const nearest = places.map(place => ({ place, km: away(place, wish.near) }))
    .sort((a, b) => a.km - b.km).slice(0, FEW);
  return html`<section class="results" id="places" tabindex="-1" aria-labelledby="nearby-title">
    <div class="results-head"><h2 id="nearby-title">
      ${t('welcome.near', { town: wish.near.name || t('search.here') })}</h2></div>
    <ol class="cards">${nearest.map(({ place, km }) => html`<li key=${place.id}>
      <article class="card plain" id=${`centre-${place.id}`} data-chosen=${store.chosen === place.id}>
        <header><h3>${place.name}</h3><p class="where">${whereOf(place)}</p></header>
        <p class="distance">${kilometres(km)}</p>
        <p class="facts"><${Badge} network=${networks[place.networkId]} /></p>
      </article></li>`)}</ol></section>`;
}

function away(place, near) {
  const a = project(place.site.position);
  const b = project(near);
  return Math.hypot(a.x - b.x, a.y - b.y);
}

// The spaces of a centre: who decides whether each is free, and what members are promised.
import { html, useEffect } from 'preact';
import { t } from '../language.js';
import { steers } from '../state/systems.js';
import { centreOf, chooseCentre, chooseSpace, readSpaces } from '../state/spaces.js';
import { placeOf } from './facts.js';
import { Rooms } from './rooms.js';
import { Portions } from './portions.js';
import { SpaceForm } from './space-form.js';
import { Strip } from './week.js';

export function Spaces({ store }) {
  const { me, spaces, space, spacesLost } = store;
  useEffect(() => { readSpaces(); }, []);
  const open = spaces?.list.find(each => each.id === space?.id);
  return html`<div class="gates spaces" data-looking=${Boolean(open)}>
    <div class="gates-list"><${Rooms} me=${me} />
      <div class="hero"><h1>${t('spaces.title')}</h1><p class="lead">${t('spaces.lead')}</p>
        ${steers(me) ? html`<${Centre} store=${store} />` : html`<p class="where">${placeOf(me.centreId)?.name}</p>`}</div>
      ${spacesLost && html`<p class="notice" role="alert">${t('spaces.lost')}</p>`}
      ${!spaces ? !spacesLost && html`<p class="loading" role="status"><i class="spinner" aria-hidden="true"></i>${t('loading')}</p>`
        : html`<${Tally} list=${spaces.list} /><${List} spaces=${spaces} chosen=${open?.id} />`}</div>
    <div class="gates-one" id="places" tabindex="-1">${open
      ? html`<${SpaceForm} key=${open.id} space=${open} form=${space} spaces=${spaces} busy=${store.busy} />`
      : spaces && html`<p class="gates-hint">${t('spaces.choose')}</p><${Portions} spaces=${spaces} store=${store} />`}</div></div>`;
}

const Centre = ({ store }) => html`<label class="field short"><span>${t('spaces.centre')}</span>
  <select value=${centreOf(store)} onChange=${e => chooseCentre(e.target.value)}>${[...store.places]
    .sort((a, b) => a.name.localeCompare(b.name)).map(place => html`<option key=${place.id} value=${place.id}
      selected=${place.id === centreOf(store)}>${place.name}</option>`)}</select></label>`;

const OURS = ['FEDERATION', 'ALLOTMENT'];
const sureOf = mode => (OURS.includes(mode) ? 'sure' : mode === 'REQUEST' ? 'asked' : 'there');

function Tally({ list }) {
  const count = Object.entries({ sure: 0, there: 0, asked: 0 })
    .map(([how]) => [how, list.filter(space => sureOf(space.truthMode) === how).length]);
  return html`<div role="status"><dl class="tallies sureness">${count.map(([how, n]) => html`<div key=${how} data-sure=${how}>
    <dt>${t(`spaces.sure.${how}`)}</dt><dd>${n}</dd></div>`)}</dl></div>`;
}

function List({ spaces, chosen }) {
  const { list, ceded } = spaces;
  if (list.length === 0) return html`<div class="empty"><h2>${t('spaces.none')}</h2></div>`;
  return html`<ul class="gate-rows space-rows">${list.map(space => html`<li key=${space.id}><button type="button" class="gate-row"
      data-space=${space.id} data-sure=${sureOf(space.truthMode)} aria-current=${space.id === chosen ? 'true' : undefined}
      onClick=${() => { chooseSpace(space.id); scrollTo({ top: 0 }); }}>
    <i class="sign" aria-hidden="true"></i><span><b>${space.name}</b><small>${t(`kind.${space.kind}`)} · ${t('spaces.seats', { n: space.seats })}${
      ceded.desks.includes(space.id) && ` · ${t('spaces.box')}`}</small></span>
    <span class="space-mode">${t(`spaces.mode.${space.truthMode}`)}${space.truthMode === 'ALLOTMENT' && space.ceded
      && html`<${Strip} hours=${space.ceded} />`}</span></button></li>`)}</ul>`;
}

// Trying on one space what a system can really do: a report, and nothing stays behind.
import { html, useState } from 'preact';
import { t, time } from '../language.js';
import { tryOut } from '../state/systems.js';
import { finding, found } from './said.js';

export function Trial({ system, store }) {
  const [space, setSpace] = useState(system.kept[0]?.id);
  if (!space) return null;
  const going = store.busy === `try:${system.id}`;
  const proof = store.proofs[system.id];
  return html`<div class="trial">
    <label class="field"><span>${t('systems.try.on')}</span><select value=${space}
        onChange=${e => setSpace(e.target.value)}>${system.kept.map(kept => html`<option value=${kept.id}>${kept.name}</option>`)}
      </select></label>
    <button type="button" class="primary" disabled=${Boolean(store.busy)} aria-busy=${going}
      onClick=${() => tryOut(system, space)}>${t(going ? 'systems.trying' : 'systems.try')}</button>
    <div role="status" class="proof-place">${going && html`<progress aria-label=${t('systems.trying')}></progress>`}
      ${!going && proof && html`<${Proof} proof=${proof} system=${system} />`}</div></div>`;
}

const Proof = ({ proof, system }) => html`<div class="proof">
  <p><b>${t(`truth.${proof.truthMode}`)}</b></p>
  <p>${t(`proof.${proof.truthMode}`)}</p>
  <p class="muted">${t('systems.tried', { time: time(proof.at), space: nameIn(system, proof.spaceId) })}</p>
  <dl>${Object.entries(proof.findings).map(([name, value]) => html`<div key=${name}>
    <dt>${finding(name)}</dt><dd>${found(value)}</dd></div>`)}</dl></div>`;

const nameIn = (system, id) => system.kept.find(space => space.id === id)?.name ?? id;

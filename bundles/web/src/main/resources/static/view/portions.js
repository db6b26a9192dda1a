// What a centre keeps apart: desks for a line that is cut, places of a system that is read late.
import { html, useState } from 'preact';
import { t, time } from '../language.js';
import { kindName } from './assistant-kind.js';
import { cede, holdBack, portions } from '../state/spaces.js';

export function Portions({ spaces, store }) {
  const { ceded, systems, list } = spaces;
  const may = portions(store.me);
  const names = list.filter(space => ceded.desks.includes(space.id)).map(space => space.name);
  return html`<section class="portion" aria-labelledby="ceded-title"><h2 id="ceded-title">${t('spaces.ceded.title')}</h2>
      <p class="muted">${t('spaces.ceded.why')}</p>
      ${ceded.cutSince && html`<p class="notice" role="status">${t('spaces.ceded.cut', { time: time(ceded.cutSince) })}</p>`}
      ${Object.entries(ceded.boxes).map(([box, n]) => html`<${Count} key=${`${box} ${n}`} id=${`cede-${box}`} name=${box} n=${n} most=${500}
        text=${t('spaces.ceded.desks', { n })} may=${may} busy=${store.busy} save=${value => cede(box, value, n)} />`)}
      ${Object.keys(ceded.boxes).length === 0 && html`<p>${t('spaces.ceded.none')}</p>`}
      ${names.length > 0 && html`<ul class="free-desks">${names.map(name => html`<li key=${name}>${name}</li>`)}</ul>`}</section>
    ${systems.length > 0 && html`<section class="portion" aria-labelledby="held-title"><h2 id="held-title">${t('spaces.held.title')}</h2>
      <p class="muted">${t('spaces.held.why')}</p>
      ${systems.map(system => html`<${Count} key=${`${system.id} ${system.safety}`} id=${`hold-${system.id}`} name=${kindName(system.kind)} n=${system.safety}
        most=${100} text=${t('spaces.held.places', { n: system.safety })} may=${may} busy=${store.busy} save=${value => holdBack(system, value)} />`)}</section>`}`;
}

/** A number that may be changed by whoever may. */
function Count({ id, name, n, most, text, may, busy, save }) {
  const [value, setValue] = useState(String(n));
  if (!may) return html`<p class="counted"><b>${name}</b> ${text}</p>`;
  const number = Number(value);
  const good = value !== '' && Number.isInteger(number) && number >= 0 && number <= most;
  const submit = e => { e.preventDefault(); if (good && number !== n) save(number); };
  return html`<form class="counted" onSubmit=${submit}><label for=${id}><b>${name}</b> <small>${text}</small></label>
    <input id=${id} class="count" type="number" inputmode="numeric" min="0" max=${most} value=${value} aria-invalid=${!good}
      onInput=${e => setValue(e.target.value)} />
    <button type="submit" class="quiet small" disabled=${!good || number === n || Boolean(busy)}>${t('spaces.set')}</button></form>`;
}

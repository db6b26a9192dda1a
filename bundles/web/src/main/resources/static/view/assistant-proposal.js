// What could be connected: a person says of each space that it is that place, or chooses another.
import { html } from 'preact';
import { has, t } from '../language.js';
import { allowed, alter, explore, goTo, pace } from '../state/assistant.js';
import { connect } from '../state/connecting.js';
import { Steps } from './steps.js';

const untried = row => row.place !== '' && row.place !== row.tried;

export function Proposal({ assistant, store }) {
  const { rows, proposal, steps, poll, safety } = assistant;
  const alike = rows.filter(row => row.proposed ?? row.place !== '');
  const others = rows.filter(row => !alike.includes(row));
  const sure = rows.filter(row => row.sure && !untried(row) && row.earned);
  const doubtful = rows.filter(untried);
  const table = some => html`<ul class="fits">${some.map(row => html`<${Fit} key=${row.spaceId} row=${row}
    proposal=${proposal} name=${nameOf(assistant, row.spaceId)} />`)}</ul>`;
  return html`<form onSubmit=${e => { e.preventDefault(); connect(); }}>
    <p class="lead">${t(proposal.listed ? 'assistant.found' : 'assistant.unlisted', { n: proposal.places.length })}</p>
    ${table(alike)}
    ${others.length > 0 && html`<details open=${alike.length === 0}><summary>${t('assistant.others', { n: others.length })}</summary>
      ${table(others)}</details>`}
    ${doubtful.length > 0 && html`<p class="again"><button type="button" class="quiet" onClick=${() => explore(doubtful)}>
      ${t('assistant.tryThese', { n: doubtful.length })}</button></p>`}
    <div class="pace"><label class="field"><span>${t('assistant.poll')}</span>
        <input type="number" min="5" max="86400" required value=${poll} onInput=${e => pace({ poll: e.target.value })} /></label>
      <label class="field"><span>${t('assistant.safety')}</span>
        <input type="number" min="0" max="100" required value=${safety} onInput=${e => pace({ safety: e.target.value })} /></label>
      <small>${t('assistant.pace.help')}</small></div>
    <details><summary>${t('assistant.steps')}</summary><${Steps} steps=${steps} clockAhead=${proposal.clockAhead}
      names=${id => nameOf(assistant, id)} /></details>
    <footer><button type="button" class="quiet" onClick=${() => goTo('settings')}>${t('assistant.back')}</button>
      <button type="submit" class="primary" disabled=${sure.length === 0 || rows.some(row => row.sure && untried(row))}>
        ${sure.length === 0 ? t('assistant.confirmFirst') : t('assistant.connect', { n: sure.length })}</button></footer>
  </form>`;
}

const nameOf = (assistant, id) => assistant.names?.[id] ?? id;

function Fit({ row, proposal, name }) {
  const id = `fit-${row.spaceId}`;
  const known = row.earned && !untried(row);
  const change = e => alter(row.spaceId, { place: e.target.value.trim(), sure: false, proposed: row.proposed ?? row.place !== '' });
  return html`<li class="fit" data-sure=${row.sure}>
    <label class="field" for=${id}><span><b>${name}</b></span>
      ${proposal.listed ? html`<select id=${id} value=${row.place} onChange=${change}><option value="">${t('assistant.noPlace')}</option>
          ${proposal.places.map(each => html`<option value=${each.place}>${each.name}</option>`)}</select>`
        : html`<input id=${id} value=${row.place} placeholder=${t('assistant.itsName')} autocomplete="off" onInput=${change} />`}</label>
    ${row.place !== '' && html`<p class="earned">${known ? html`<b>${t(`truth.${row.earned}`)}</b> ${t(`proof.${row.earned}`)}`
      : untried(row) && !row.failed ? t('assistant.untried') : html`<span class="wrong">${row.failed ?? t('assistant.untried')}</span>`}</p>`}
    ${row.ahead > 0 && row.place !== '' && html`<p class="ahead">${t('assistant.ahead', { n: row.ahead })}</p>`}
    ${known && html`<div class="yes"><label class="tick"><input type="checkbox" checked=${row.sure}
        onChange=${e => alter(row.spaceId, { sure: e.target.checked })} /> ${t('assistant.yes', { space: name, place: placeName(proposal, row.place) })}</label>
      ${allowed(row.earned).length > 1 && html`<label class="field short"><span>${t('assistant.mode')}</span>
        <select value=${row.mode} onChange=${e => alter(row.spaceId, { mode: e.target.value })}>
          ${allowed(row.earned).map(mode => html`<option value=${mode}>${has(`truth.${mode}`) ? t(`truth.${mode}`) : mode}</option>`)}</select></label>`}</div>`}
  </li>`;
}

const placeName = (proposal, place) => proposal.places.find(each => each.place === place)?.name ?? place;

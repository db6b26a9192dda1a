// Who decides on one space: five ways with their guarantee in words, and the hours of an allotment.
import { html, useEffect, useRef } from 'preact';
import { t } from '../language.js';
import { chooseSpace, fillSpace, MODES, saveSpace, wrongDay } from '../state/spaces.js';
import { Week } from './week.js';

const THERE = ['CENTRE_ATOMIC', 'CENTRE_CHECKED'];

export function SpaceForm({ space, form, spaces, busy }) {
  const title = useRef();
  useEffect(() => { title.current.focus({ preventScroll: true }); }, []);
  const system = spaces.systems.find(each => space.id in each.spaces);
  const wrong = form.mode === 'ALLOTMENT' ? wrongDay(form.week) : undefined;
  const empty = form.mode === 'ALLOTMENT' && Object.values(form.week).every(spans => spans.length === 0);
  const submit = e => { e.preventDefault(); if (!wrong && !empty) saveSpace(); };
  return html`<form class="gate space-form" aria-labelledby="space-title" onSubmit=${submit}>
    <button type="button" class="quiet small gate-back" onClick=${() => chooseSpace(undefined)}>${t('spaces.back')}</button>
    <header><div><h2 id="space-title" tabindex="-1" ref=${title}>${space.name}</h2>
      <p class="where">${t(`kind.${space.kind}`)} · ${t('spaces.seats', { n: space.seats })}</p></div></header>
    ${spaces.ceded.desks.includes(space.id) && html`<p class="notice">${t('spaces.box.why')}</p>`}
    <fieldset class="ways"><legend>${t('spaces.who')}</legend>${MODES.map(mode => html`<${Way} key=${mode} mode=${mode}
      chosen=${form.mode === mode} now=${space.truthMode === mode} system=${system} space=${space} />`)}</fieldset>
    ${form.mode === 'ALLOTMENT' && html`<${Week} form=${form} open=${spaces.centre.hours} wrong=${wrong} />`}
    <${Also} space=${space} form=${form} list=${spaces.list} systems=${spaces.systems} />
    ${empty && html`<p class="muted" role="status">${t('spaces.no.hours')}</p>`}
    ${form.trouble && html`<p class="trouble" role="alert">${form.trouble}</p>`}
    <footer><button type="button" class="quiet" onClick=${() => chooseSpace(undefined)}>${t('spaces.leave')}</button>
      <button type="submit" class="primary" disabled=${Boolean(busy || wrong || empty)} aria-busy=${busy === 'space'}>
        ${busy === 'space' && THERE.includes(form.mode) ? t('spaces.trying') : t('spaces.save')}</button></footer>
  </form>`;
}

/** Others of its kind that are to be decided on in the same way. */
function Also({ space, form, list, systems }) {
  const fits = each => !THERE.includes(form.mode) || systems.some(system => each.id in system.spaces);
  const alike = list.filter(each => each.id !== space.id && each.kind === space.kind && fits(each));
  if (alike.length === 0) return null;
  const turn = id => fillSpace({ also: form.also.includes(id) ? form.also.filter(each => each !== id) : [...form.also, id] });
  const every = form.also.length === alike.length;
  return html`<details class="also"><summary>${t('spaces.also')}${form.also.length > 0 && html` <i class="tag">${form.also.length}</i>`}</summary>
    <div class="chips" role="group" aria-label=${t('spaces.also')}>
      <button type="button" class="chip" aria-pressed=${every} onClick=${() => fillSpace({ also: every ? [] : alike.map(each => each.id) })}>${t('spaces.also.all')}</button>
      ${alike.map(each => html`<button type="button" class="chip" key=${each.id} aria-pressed=${form.also.includes(each.id)}
        onClick=${() => turn(each.id)}>${each.name}</button>`)}</div></details>`;
}

/** One way of being decided. What only a centre's system can decide needs one that keeps the space. */
function Way({ mode, chosen, now, system, space }) {
  const without = THERE.includes(mode) && !system && !now;
  const level = THERE.includes(mode) && system?.proven?.[space.id];
  return html`<label class="way" data-chosen=${chosen} data-without=${without}>
    <input type="radio" name="mode" value=${mode} checked=${chosen} disabled=${without} onChange=${() => fillSpace({ mode })} />
    <span><b>${t(`spaces.mode.${mode}`)}${now && html` <i class="tag">${t('spaces.now')}</i>`}</b>
      <span>${t(`spaces.promise.${mode}`)}</span>
      ${without ? html`<small>${t('spaces.without')}</small>`
        : level ? html`<small>${t('spaces.proven', { level: t(`spaces.mode.${level.truthMode}`) })}</small>` : html`<small>${t(`spaces.needs.${mode}`)}</small>`}</span></label>`;
}

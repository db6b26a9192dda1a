// Which centre, and which kind of system it keeps.
import { html } from 'preact';
import { has, t } from '../language.js';
import { choose, goTo } from '../state/assistant.js';

export const kindName = kind => (has(`kind.${kind}`) ? t(`kind.${kind}`) : kind);

export function Kind({ assistant, store }) {
  const { kinds, kind, centreId } = assistant;
  const places = [...store.places].sort((a, b) => a.name.localeCompare(b.name));
  if (!kinds) return html`<p class="loading" role="status"><i class="spinner" aria-hidden="true"></i>${t('loading')}</p>`;
  return html`<form onSubmit=${e => { e.preventDefault(); goTo('settings'); }}>
    <label class="field short"><span>${t('assistant.centre')}</span>
      <select value=${centreId} onChange=${e => choose({ centreId: e.target.value, kind })}>
        ${places.map(place => html`<option value=${place.id}>${place.name}</option>`)}</select></label>
    <fieldset class="which"><legend>${t('assistant.kind')}</legend>
      ${kinds.map(each => html`<label key=${each.kind} data-chosen=${each.kind === kind}>
        <input type="radio" name="kind" value=${each.kind} checked=${each.kind === kind}
          onChange=${() => choose({ kind: each.kind, centreId })} />
        <span><b>${kindName(each.kind)}</b>
          ${has(`kind.${each.kind}.for`) && html`<small>${t(`kind.${each.kind}.for`)}</small>`}</span></label>`)}
      ${kinds.length === 0 && html`<p>${t('assistant.none')}</p>`}</fieldset>
    <footer><button type="submit" class="primary" disabled=${!kind || !centreId}>${t('assistant.next')}</button></footer>
  </form>`;
}

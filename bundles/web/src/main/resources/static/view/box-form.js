// What a box is to be, before its token is made.
import { html } from 'preact';
import { t } from '../language.js';
import { chooseBox, expectBox, fillBox } from '../state/boxes.js';

export function BoxForm({ form, trouble, store }) {
  const places = [...store.places].sort((a, b) => a.name.localeCompare(b.name));
  const field = (name, more) => html`<label class="field"><span>${t(`box.${name}`)}</span><input name=${name} value=${form[name]} required
    autocomplete="off" autocapitalize="off" spellcheck=${false} ...${more} onInput=${e => fillBox({ [name]: e.target.value })} /></label>`;
  return html`<form class="gate box-form" aria-labelledby="box-title" onSubmit=${e => { e.preventDefault(); expectBox(); }}>
    <h2 id="box-title">${t(form.again ? 'box.again' : 'box.expect')}</h2><p class="lead">${t('box.lead')}</p>
    ${trouble && html`<p class="trouble" role="alert">${trouble}</p>`}
    <div class="pair-fields"><label class="field"><span>${t('box.centre')}</span><select value=${form.centreId} disabled=${form.again}
        onChange=${e => fillBox({ centreId: e.target.value })}>${places.map(place => html`<option value=${place.id}>${place.name}</option>`)}</select></label>
      ${field('id', { disabled: form.again, pattern: '[A-Za-z0-9._\\-]{1,64}' })}</div>
    <fieldset><legend>${t('box.air')}</legend><div class="pair-fields">${field('ssid', { maxLength: 32 })}
      <label class="field"><span>${t('box.channel')}</span><input name="channel" type="number" min="1" max="165" required value=${form.channel}
        onInput=${e => fillBox({ channel: e.target.value })} /></label></div>
      <label class="tick"><input type="checkbox" checked=${form.personalKeys} onChange=${e => fillBox({ personalKeys: e.target.checked })} />
        <span>${t('box.personalKeys')}</span></label></fieldset>
    <details open=${Boolean(trouble)}><summary>${t('box.wiring')}</summary><div class="pair-fields">${field('uplink')}${field('device')}${field('address', { type: 'url', pattern: 'https://[A-Za-z0-9.:\\-]+' })}${field('radius')}</div>
      <p class="muted">${t('box.https')}</p></details>
    <footer class="confirm"><button type="button" class="quiet" onClick=${() => chooseBox(undefined)}>${t('box.leave')}</button>
      <button type="submit" class="primary" disabled=${store.busy === 'box'} aria-busy=${store.busy === 'box'}>${t('box.make')}</button></footer>
  </form>`;
}

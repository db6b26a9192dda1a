// What the system's adapter wants to be told; the form is made from what the server says.
import { html } from 'preact';
import { has, t } from '../language.js';
import { said } from './said.js';
import { explore, fill, goTo, kindOf } from '../state/assistant.js';

/** The adapter's own sentence, unless we know a better one in the language spoken. */
const worded = (kind, name, end, otherwise) =>
  [`setting.${kind}.${name}${end}`, `setting.${name}${end}`].filter(has).map(key => t(key))[0] ?? otherwise;

export function Settings({ assistant }) {
  const { settings, errors, kind } = assistant;
  const submit = e => { e.preventDefault(); explore(); };
  return html`<form onSubmit=${submit} autocomplete="off">
    <p class="lead">${t('assistant.settings.lead')}</p>
    ${kindOf(assistant).settings.map(setting => html`<${Field} key=${setting.name} kind=${kind} setting=${setting}
      value=${settings[setting.name]} error=${errors[setting.name]} />`)}
    <footer><button type="button" class="quiet" onClick=${() => goTo('kind')}>${t('assistant.back')}</button>
      <button type="submit" class="primary">${t('assistant.look')}</button></footer>
  </form>`;
}

function Field({ kind, setting, value, error }) {
  const { name, secret, needed, preset, text } = setting;
  const id = `setting-${name}`;
  const label = worded(kind, name, '', name);
  const about = html`<small id=${`${id}-help`}>${worded(kind, name, '.help', text)}</small>
    ${error && html`<small class="wrong" id=${`${id}-wrong`} role="alert">${said(error)}</small>`}`;
  const described = `${id}-help${error ? ` ${id}-wrong` : ''}`;
  if (preset === 'true' || preset === 'false') {
    return html`<div class="setting"><label class="tick"><input type="checkbox" id=${id} aria-describedby=${described}
      checked=${(value ?? preset) === 'true'} onChange=${e => fill(name, String(e.target.checked))} /> ${label}</label>${about}</div>`;
  }
  return html`<div class="setting field"><label for=${id}>${label}${!needed && html` <small>${t('assistant.optional')}</small>`}</label>
    <input id=${id} name=${name} type=${secret ? 'password' : 'text'} required=${needed} value=${value ?? preset ?? ''}
      autocomplete=${secret ? 'new-password' : 'off'} autocapitalize="off" spellcheck=${false}
      aria-invalid=${Boolean(error)} aria-describedby=${described} onInput=${e => fill(name, e.target.value)} />${about}</div>`;
}

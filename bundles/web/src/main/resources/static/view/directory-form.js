// Connecting a directory, or changing one; its settings are as the server says that its adapter wants them.
import { html } from 'preact';
import { has, t } from '../language.js';
import { endDirectory, fillDirectory, fillSetting, saveDirectory } from '../state/directories.js';
import { said } from './said.js';
import { directoryKind } from './directory-card.js';

const worded = (kind, name, end, otherwise) =>
  [`directory.${kind}.${name}${end}`, `setting.${name}${end}`].filter(has).map(key => t(key))[0] ?? otherwise;

export function DirectoryForm({ form, store }) {
  const { kinds, kind, row, errors, trouble } = form;
  const submit = e => { e.preventDefault(); saveDirectory(); };
  const known = kinds?.find(each => each.kind === kind);
  return html`<section class="assistant" id="places" tabindex="-1"><header><h1>${t(row ? 'directory.form.change' : 'directories.connect', { id: row?.id })}</h1></header>
    <div class="leaf">${!kinds ? html`<p class="loading" role="status"><i class="spinner" aria-hidden="true"></i>${t('loading')}</p>`
      : html`<form onSubmit=${submit} autocomplete="off">
        ${trouble && html`<p class="trouble" role="alert">${said(trouble)}</p>`}
        ${!row && html`<${First} form=${form} store=${store} />`}
        ${row && html`<p class="muted">${t('directory.form.kept')}</p>`}
        ${known?.settings.map(setting => html`<${Field} key=${`${kind} ${setting.name}`} kind=${kind} setting=${setting} row=${row}
          value=${form.settings[setting.name]} error=${errors[setting.name]} />`)}
        <div class="pace"><${Plain} name="poll" type="number" min="5" max="86400" value=${form.poll} error=${errors.poll} />
          <${Plain} name="share" type="number" min="0" max="100" value=${form.share} error=${errors.share} />
          <small>${t('directory.share.help')}</small></div>
        <footer><button type="button" class="quiet" onClick=${endDirectory}>${t('assistant.back')}</button>
          <button type="submit" class="primary" disabled=${Boolean(store.busy) || !kind}>${t(row ? 'directory.save' : 'directories.connect')}</button></footer>
      </form>`}</div></section>`;
}

/** What stays for ever: which kind, what it is called here, whose the people are. */
function First({ form, store }) {
  const { kinds, kind, whose, errors } = form;
  return html`<fieldset class="which"><legend>${t('directory.form.kind')}</legend>
      ${kinds.map(each => html`<label key=${each.kind} data-chosen=${each.kind === kind}>
        <input type="radio" name="kind" value=${each.kind} checked=${each.kind === kind}
          onChange=${() => fillDirectory({ kind: each.kind, settings: {}, errors: {} })} />
        <span><b>${directoryKind(each.kind)}</b>${has(`directory.kind.${each.kind}.for`)
          && html`<small>${t(`directory.kind.${each.kind}.for`)}</small>`}</span></label>`)}
      ${kinds.length === 0 && html`<p>${t('directory.form.none')}</p>`}</fieldset>
    <${Plain} name="id" value=${form.id} error=${errors.id} required pattern="[A-Za-z0-9][A-Za-z0-9._\\-]*" maxlength="64" />
    <fieldset class="which"><legend>${t('directory.form.whose')}</legend>
      ${['company', 'centre', 'network'].map(each => html`<label key=${each} data-chosen=${each === whose}>
        <input type="radio" name="whose" checked=${each === whose} onChange=${() => fillDirectory({ whose: each })} />
        <span><b>${t(`directory.whose.${each}`)}</b><small>${t(`directory.whose.${each}.for`)}</small></span></label>`)}</fieldset>
    ${whose === 'company' && html`<${Plain} name="companyId" value=${form.companyId} error=${errors.companyId} required maxlength="64" />`}
    ${whose === 'centre' && html`<${Choice} name="centreId" value=${form.centreId}
      of=${[...store.places].sort((a, b) => a.name.localeCompare(b.name))} />`}
    ${whose === 'network' && html`<${Choice} name="networkId" value=${form.networkId} of=${Object.values(store.networks)} />`}`;
}

const Plain = ({ name, value, error, type = 'text', ...rest }) => html`<div class="setting field">
  <label for=${`directory-${name}`}>${t(`directory.form.${name}`)}</label>
  <input id=${`directory-${name}`} type=${type} value=${value} aria-invalid=${Boolean(error)} spellcheck=${false} autocapitalize="off" ...${rest}
    onInput=${e => fillDirectory({ [name]: e.target.value })} />
  ${error && html`<small class="wrong" role="alert">${error}</small>`}</div>`;

const Choice = ({ name, value, of }) => html`<label class="field"><span>${t(`directory.form.${name}`)}</span>
  <select value=${value} required onChange=${e => fillDirectory({ [name]: e.target.value })}><option value=""></option>
    ${of.map(each => html`<option key=${each.id} value=${each.id} selected=${each.id === value}>${each.name}</option>`)}</select></label>`;

function Field({ kind, setting, row, value, error }) {
  const { name, secret, needed, preset, text } = setting;
  const id = `setting-${name}`;
  const label = worded(kind, name, '', name);
  const kept = Boolean(row?.settings.includes(name));
  const about = html`<small id=${`${id}-help`}>${worded(kind, name, '.help', text)}</small>
    ${error && html`<small class="wrong" role="alert">${said(error)}</small>`}`;
  if ((preset === 'true' || preset === 'false') && !kept) {
    return html`<div class="setting"><label class="tick"><input type="checkbox" id=${id} aria-describedby=${`${id}-help`}
      checked=${(value ?? preset) === 'true'} onChange=${e => fillSetting(name, String(e.target.checked))} /> ${label}</label>${about}</div>`;
  }
  const box = { id, name, autocapitalize: 'off', spellcheck: false, 'aria-describedby': `${id}-help`,
    required: needed && !row, value: value ?? (row ? '' : preset ?? ''), onInput: e => fillSetting(name, e.target.value) };
  return html`<div class="setting field"><label for=${id}>${label}${(!needed || kept) && html` <small>${t(kept ? 'directory.form.stays' : 'assistant.optional')}</small>`}</label>
    ${name === 'certificate' ? html`<textarea rows="4" ...${box}></textarea>`
      : html`<input ...${box} type=${secret ? 'password' : 'text'} autocomplete=${secret ? 'new-password' : 'off'}
          aria-invalid=${Boolean(error)} />`}${about}</div>`;
}

// Signing in.
import { html, useState } from 'preact';
import { t } from '../language.js';
import { signIn } from '../state/session.js';
import { Dialog } from './dialog.js';

export function SignIn() {
  const [refused, setRefused] = useState();
  const [busy, setBusy] = useState(false);
  const submit = async event => {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(event.target));
    if (!username || !password) {
      setRefused(t('signIn.missing'));
      return;
    }
    setBusy(true);
    setRefused(undefined);
    try {
      await signIn(username.trim(), password);
    } catch (no) {
      setRefused(no.message || t('unreachable'));
      setBusy(false);
    }
  };
  return html`<${Dialog} title=${t('signIn.title')}><p>${t('signIn.lead')}</p>
    <form class="sign-in" onSubmit=${submit} noValidate>
      <label class="field"><span>${t('signIn.name')}</span>
        <input name="username" autocomplete="username" autocapitalize="none" spellcheck=${false}
          aria-invalid=${Boolean(refused)} aria-describedby="sign-in-refused" autofocus /></label>
      <label class="field"><span>${t('signIn.password')}</span>
        <input name="password" type="password" autocomplete="current-password"
          aria-invalid=${Boolean(refused)} aria-describedby="sign-in-refused" /></label>
      <p id="sign-in-refused" class="refused" role="alert">${refused}</p>
      <button class="primary wide" disabled=${busy} aria-busy=${busy}>${t(busy ? 'busy' : 'signIn')}</button>
    </form>
    <p class="muted">${t('signIn.demo')}</p></${Dialog}>`;
}

// The top of the page.
import { html, useState } from 'preact';
import { choose, LANGUAGES, spoken, t } from '../language.js';
import { set, state } from '../state/store.js';
import { signOut } from '../state/session.js';
import { search } from '../state/search.js';
import { other, shown } from '../theme.js';

const NAMES = { fr: 'Français', nl: 'Nederlands', en: 'English' };

export const Mark = () => html`<svg class="mark" viewBox="0 0 44 24" aria-hidden="true">
  <path class="line" d="M1 19C12 19 12 12 22 12S32 5 43 5" /><circle cx="22" cy="12" r="6.5" />
</svg>`;

export function Header({ me }) {
  return html`<header class="top">
    <a class="skip" href="#places">${t('skip')}</a>
    <a class="brand" href="/" aria-label="Escale"><${Mark} /><span>escale</span></a>
    <nav class="tools" aria-label="Escale">
      <div class="languages" role="group" aria-label=${t('language')}>
        ${LANGUAGES.map(code => html`<button type="button" lang=${code} aria-label=${NAMES[code]}
          aria-pressed=${code === spoken()} onClick=${() => talk(code)}>${code.toUpperCase()}</button>`)}
      </div>
      <${Theme} />
      <button type="button" class="icon" aria-label=${t('help')} title=${t('help')}
        onClick=${() => set({ dialog: 'help' })}>?</button>
      ${me === undefined ? null : me ? html`<${Who} me=${me} />` : html`<button type="button"
        class="primary small enter" onClick=${() => set({ dialog: 'signIn' })}>${t('signIn')}</button>`}
    </nav>
  </header>`;
}

async function talk(code) {
  await choose(code);
  document.title = t('app.title');
  set({ language: code });
  if (state.found) await search();
}

function Theme() {
  const [, draw] = useState(0);
  const label = t(shown() === 'dark' ? 'theme.light' : 'theme.dark');
  const flip = () => { other(); draw(n => n + 1); };
  return html`<button type="button" class="icon" aria-label=${label} title=${label} onClick=${flip}>
    <svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="6.5" /><path d="M10 3.5v13a6.5 6.5 0 0 0 0-13Z" /></svg>
  </button>`;
}

const Who = ({ me }) => html`<span class="who" title=${me.account}>
    <span class="face" aria-hidden="true">${initial(me)}</span>
    <span class="away">${t('signedIn', { name: me.account })}</span>
  </span>
  <button type="button" class="quiet small leave-top" aria-label=${t('signOut')} onClick=${signOut}>
    <span>${t('signOut')}</span><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M8 3H4v14h4M9 10h8M14 7l3 3-3 3" /></svg>
  </button>`;

const initial = me => (me.name ?? me.account).slice(0, 1).toUpperCase();

// The page.
import { html, render } from 'preact';
import { choose as speak, preferred, t } from './language.js';
import { recall } from './theme.js';
import { set, useStore } from './state/store.js';
import { recognise } from './state/session.js';
import { readDirectory } from './state/directory.js';
import { search } from './state/search.js';
import { Map } from './map/map.js';
import { pinsOf } from './view/pins-of.js';
import { Header } from './view/header.js';
import { SearchForm } from './view/search-form.js';
import { choose, Results } from './view/results.js';
import { Nearby, Welcome } from './view/welcome.js';
import { Journey } from './view/journey.js';
import { Legend } from './view/legend.js';
import { SignIn } from './view/sign-in.js';
import { Systems, SystemsHead } from './view/systems.js';
import { Assistant } from './view/assistant.js';
import { keeps } from './state/systems.js';
import { Directories } from './view/directories.js';
import { roomOf } from './state/rooms.js';
import { Rooms } from './view/rooms.js';
import { Gateways } from './view/gateways.js';
import { Board } from './view/board.js';
import { Spaces } from './view/spaces.js';
import { Report } from './view/report.js';
import { reports } from './state/report.js';
import { Help } from './view/help.js';
import { Toasts } from './view/toasts.js';

function Page() {
  const store = useStore();
  const { me, places, broken, dialog, toasts } = store;
  return html`<${Header} me=${me} />
    <main class="page" data-signed=${Boolean(me)}>
      ${broken ? html`<${Broken} />` : places && me !== undefined ? html`<${Room} store=${store} />`
        : html`<p class="loading" role="status"><i class="spinner" aria-hidden="true"></i>${t('loading')}</p>`}
    </main>
    <${Foot} />
    ${dialog === 'signIn' && html`<${SignIn} />`}${dialog === 'help' && html`<${Help} />`}
    <${Toasts} toasts=${toasts} />`;
}

function Room({ store }) {
  if (store.assistant) return html`<${Assistant} assistant=${store.assistant} store=${store} />`;
  if (keeps(store.me) || reports(store.me)) return html`<${Keeping} store=${store} />`;
  const { me, places, networks, wish, found, chosen } = store;
  const member = Boolean(me?.memberId);
  return html`<div class="wish">
      ${me ? html`<h1 class="away">Escale</h1>` : html`<${Welcome} store=${store} />`}
      ${me && !member && html`<p class="notice">${t('noMember')}</p>`}
      ${member && html`<${Journey} store=${store} />`}
      <${SearchForm} wish=${wish} places=${places} timed=${member} />
    </div>
    <div class="stage"><${Map} pins=${pinsOf(store)} near=${wish.near} chosen=${chosen} choose=${choose} />
      <${Legend} networks=${networks} places=${places} found=${found} /></div>
    <div class="list">${member ? html`<${Results} store=${store} />` : html`<${Nearby} store=${store} />`}</div>`;
}

/** The rooms of those who look after something. */
function Keeping({ store }) {
  const { me, networks, places, wish, found, chosen } = store;
  if (roomOf(me) === 'board') return html`<${Board} store=${store} />`;
  if (roomOf(me) === 'directories') return html`<${Directories} store=${store} nav=${html`<${Rooms} me=${me} />`} />`;
  if (roomOf(me) === 'spaces') return html`<${Spaces} store=${store} />`;
  if (roomOf(me) === 'report') return html`<${Report} store=${store} nav=${html`<${Rooms} me=${me} />`} />`;
  if (roomOf(me) === 'network') return html`<${Gateways} store=${store} />`;
  return html`<div class="wish"><${Rooms} me=${me} /><${SystemsHead} store=${store} /></div>
    <div class="stage wide-only"><${Map} pins=${pinsOf(store)} near=${wish.near} chosen=${chosen} choose=${choose} />
      <${Legend} networks=${networks} places=${places} found=${found} /></div>
    <div class="list"><${Systems} store=${store} /></div>`;
}

const Broken = () => html`<section class="empty broken" role="alert"><h1>${t('broken.title')}</h1>
  <p>${t('broken.lead')}</p><button type="button" class="primary" onClick=${start}>${t('results.again')}</button>
</section>`;

const Foot = () => html`<footer class="foot"><p>${t('foot.open')} ${t('foot.map')}</p></footer>`;

async function start() {
  await Promise.all([readDirectory(), recognise()]);
  await search();
}

recall();
const language = preferred();
await speak(language);
document.title = t('app.title');
set({ language });
const place = document.getElementById('app');
place.replaceChildren();
render(html`<${Page} />`, place);
await start();

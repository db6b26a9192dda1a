// Other platforms' directories, from which companies and people come across: worst first.
import { html, useEffect } from 'preact';
import { t } from '../language.js';
import { beginDirectory, watchDirectories } from '../state/directories.js';
import { DirectoryCard } from './directory-card.js';
import { DirectoryForm } from './directory-form.js';

/** How one stands, in one word; worst first. */
const ORDER = ['held', 'silent', 'fresh', 'well'];

export function directoryStands({ up, text }) {
  if (up) return 'well';
  if (text === '' || text === 'not read yet') return 'fresh';
  return text.startsWith('it would end') ? 'held' : 'silent';
}

const worse = (a, b) => ORDER.indexOf(directoryStands(a)) - ORDER.indexOf(directoryStands(b)) || a.id.localeCompare(b.id);
const ill = row => ['held', 'silent'].includes(directoryStands(row));

export function Directories({ store, nav }) {
  const { directories, directoriesLost, directoryForm } = store;
  useEffect(watchDirectories, []);
  return html`<div class="directories">${nav}
    ${directoryForm ? html`<${DirectoryForm} form=${directoryForm} store=${store} />` : html`
      <div class="hero"><h1>${t('directories.title')}</h1><p class="lead">${t('directories.lead')}</p>
        ${directories?.length > 0 && html`<p class="tally" role="status">${tally(directories)}</p>`}
        <button type="button" class="primary connect-new" onClick=${() => beginDirectory()}>${t('directories.connect')}</button></div>
      ${directoriesLost && html`<p class="notice" role="alert">${t('directories.lost')}</p>`}
      <section id="places" tabindex="-1" aria-label=${t('directories.title')}>${directories === undefined
        ? html`<p class="loading" role="status"><i class="spinner" aria-hidden="true"></i>${t('loading')}</p>`
        : directories.length === 0 ? html`<div class="empty"><h2>${t('directories.none')}</h2><p>${t('directories.none.why')}</p></div>`
          : html`<ol class="cards">${[...directories].sort(worse).map(row => html`<li key=${row.id}>
              <${DirectoryCard} row=${row} store=${store} /></li>`)}</ol>`}</section>`}
  </div>`;
}

function tally(directories) {
  const n = directories.filter(ill).length;
  return n === 0 ? t('directories.allWell', { n: directories.length }) : t('directories.some', { n });
}

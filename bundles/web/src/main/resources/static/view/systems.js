// The systems that centres keep, for those who look after them: worst first.
import { html } from 'preact';
import { t } from '../language.js';
import { beginAssistant } from '../state/assistant.js';
import { steers } from '../state/systems.js';
import { SystemCard } from './system-card.js';
import { placeOf } from './facts.js';

/** What the house calls how one stands; worst first. */
const ORDER = ['silent', 'aside', 'incident', 'waiting', 'fresh', 'well'];

/** What the server says of a system that nobody has asked yet. */
const NOT_YET = 'not asked yet';

export function standing(system) {
  if (!system.up && system.text === NOT_YET && system.breaker !== 'OPEN') return 'fresh';
  if (!system.up || system.breaker === 'OPEN') return 'silent';
  if (system.aside > 0) return 'aside';
  if (system.incidents.length > 0) return 'incident';
  return system.waiting > 0 ? 'waiting' : 'well';
}

const worse = (a, b) => ORDER.indexOf(standing(a)) - ORDER.indexOf(standing(b))
  || nameOf(a).localeCompare(nameOf(b));

const nameOf = system => placeOf(system.centreId)?.name ?? system.centreId;

export const SystemsHead = ({ store }) => html`<div class="hero"><h1>${t('systems.title')}</h1>
  <p class="lead">${t('systems.lead')}</p>
  ${store.systems?.length > 0 && html`<p class="tally" role="status">${tally(store.systems)}</p>`}
  ${steers(store.me) && html`<button type="button" class="primary connect-new" onClick=${beginAssistant}>${t('assistant.begin')}</button>`}</div>`;

function tally(systems) {
  const ill = systems.filter(system => !['well', 'fresh'].includes(standing(system))).length;
  return ill === 0 ? t('systems.allWell', { n: systems.length }) : t('systems.some', { n: ill });
}

export function Systems({ store }) {
  const { systems, systemsLost } = store;
  return html`<section class="systems" id="places" tabindex="-1" aria-label=${t('systems.title')}>
    ${systemsLost && html`<p class="notice" role="alert">${t('systems.lost')}</p>`}
    ${systems === undefined ? html`<p class="loading" role="status">
        <i class="spinner" aria-hidden="true"></i>${t('loading')}</p>`
      : systems.length === 0 ? html`<div class="empty"><h2>${t('systems.none')}</h2><p>${t('systems.none.why')}</p></div>`
        : html`<ol class="cards">${[...systems].sort(worse).map(system => html`<li key=${system.id}>
            <${SystemCard} system=${system} store=${store} /></li>`)}</ol>`}
  </section>`;
}

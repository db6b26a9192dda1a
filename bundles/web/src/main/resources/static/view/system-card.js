// One system: how it stands, what it guarantees for each space, what waits, what does not agree.
import { html } from 'preact';
import { ago, shortDay, t, time } from '../language.js';
import { kindName } from './assistant-kind.js';
import { readNow, steers } from '../state/systems.js';
import { placeOf } from './facts.js';
import { standing } from './systems.js';
import { Incidents } from './incidents.js';
import { Messages } from './messages.js';
import { Rehearsal } from './rehearsal.js';
import { said } from './said.js';
import { Trial } from './trial.js';

export function SystemCard({ system, store }) {
  const place = placeOf(system.centreId);
  const stands = standing(system);
  const title = `system-${system.id}`;
  return html`<article class="card system" data-stands=${stands} aria-labelledby=${title}>
    <div><h2 id=${title}>${place?.name ?? system.centreId}</h2>
      <p class="where">${kindName(system.kind)}${!system.glimpse && html` · ${system.id}`}</p></div>
    <p class="state" data-stands=${stands}>${t(`systems.is.${stands}`)}</p>
    ${stands === 'silent' && html`<${Silence} system=${system} />`}
    <${Spaces} system=${system} />
    <${Incidents} system=${system} busy=${store.busy} />
    <${Messages} system=${system} store=${store} />
    ${!system.glimpse && html`<footer><button type="button" class="quiet" disabled=${Boolean(store.busy)}
        aria-busy=${store.busy === `read:${system.id}`} onClick=${() => readNow(system)}>${t('systems.read')}</button>
      ${steers(store.me) && html`<${Trial} system=${system} store=${store} />
        <${Rehearsal} system=${system} store=${store} />`}</footer>`}
  </article>`;
}

/** Why it is left alone; the sentence is its adapter's own. */
const Silence = ({ system }) => html`<p class="trouble"><span>${system.text ? said(system.text) : t('systems.silent')}</span>
  ${system.retryAt && html`<span>${t('systems.retry', { time: time(system.retryAt) })}</span>`}</p>`;

function Spaces({ system }) {
  const period = { poll: seconds(system.poll ?? ''), near: seconds(system.near ?? '') };
  return html`<div class="kept"><h3>${t('systems.spaces', { n: system.kept.length })}</h3>
    <ul>${system.kept.map(space => html`<li key=${space.id}>
      <span><b>${space.name}</b> ${t(`truth.${space.truthMode}`)}</span>
      <small>${fresh(system.asOf[space.id])}</small>
      <small class="level">${proven(system.proven[space.id])}</small></li>`)}</ul>
    ${!system.glimpse && html`<p class="muted">${t('systems.period', period)}
      ${system.safety > 0 && html` ${t('systems.safety', { n: system.safety })}`}</p>`}</div>`;
}

/** What it was found to do when it was tried last, wherever that was done. */
function proven(level) {
  if (!level) return t('systems.unproven');
  return t('systems.proven', { level: t(`truth.${level.truthMode}`), when: `${shortDay(level.at)}, ${time(level.at)}` });
}

function fresh(at) {
  if (!at) return t('systems.unread');
  const words = ago(at);
  return words ? t('fresh.ago', { ago: words }) : t('fresh.now');
}

/** An ISO duration of at most a day, in seconds. */
function seconds(text) {
  const [, h = 0, m = 0, s = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text) ?? [];
  return h * 3600 + m * 60 + Number(s);
}

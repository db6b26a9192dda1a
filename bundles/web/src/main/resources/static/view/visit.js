// A visit that is going on: how long, the key, the services, the way out.
import { html } from 'preact';
import { t, time } from '../language.js';
import { checkOut } from '../state/journey.js';
import { placeOf, whereOf } from './facts.js';
import { nameOf, priceOf, useParts } from './details.js';
import { Key } from './key.js';
import { Line } from './line.js';
import { TimeLeft } from './time-left.js';

export function Visit({ store }) {
  const { visit, session, busy } = store;
  const place = placeOf(visit.centreId);
  const online = ['READY', 'OPEN'].includes(session?.state);
  return html`<section class="journey here" aria-labelledby="journey-title">
    <h2 id="journey-title" tabindex="-1">${t('visit.title')}</h2>
    <p class="journey-place"><b>${place?.name ?? visit.centreId}</b>
      <span>${place ? whereOf(place) : ''}</span></p>
    <${Line} at=${online ? 3 : 2} />
    ${visit.bookedUntil ? html`<${TimeLeft} from=${visit.startedAt} until=${visit.bookedUntil} />`
      : html`<p class="since">${t('visit.since', { time: time(visit.startedAt) })}</p>`}
    <${Key} visitId=${visit.id} session=${session} />
    <${Services} centreId=${visit.centreId} />
    <div class="actions"><button type="button" class="primary leave" disabled=${Boolean(busy)}
      aria-busy=${busy === 'checkOut'} onClick=${checkOut}>
      ${t(busy === 'checkOut' ? 'busy' : 'visit.checkOut')}</button></div>
  </section>`;
}

function Services({ centreId }) {
  const extras = useParts(centreId, 'extras');
  if (!extras || extras.length === 0) return null;
  return html`<details class="services"><summary>${t('details.extras')}</summary>
    <ul class="extras">${extras.map(extra => html`<li key=${extra.id}>
      <span>${nameOf(extra)}</span><small>${priceOf(extra)}</small></li>`)}</ul></details>`;
}

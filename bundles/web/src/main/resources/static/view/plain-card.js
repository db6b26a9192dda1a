// A centre, without what is free in it.
import { html } from 'preact';
import { kilometres, t } from '../language.js';
import { weekday } from '../wall-time.js';
import { project } from '../map/projection.js';
import { Badge, whereOf } from './facts.js';

export function PlainCard({ place, store, note }) {
  const { networks, wish, chosen } = store;
  return html`<article class="card plain" id=${`centre-${place.id}`} data-chosen=${chosen === place.id}>
    <header><h3>${place.name}</h3><p class="where">${whereOf(place)}</p></header>
    <p class="distance">${kilometres(away(place, wish.near))}</p>
    <p class="facts"><${Badge} network=${networks[place.networkId]} />
      <span class="via">${hoursOn(place, wish.date)}</span></p>
    ${note && html`<p class="truth">${note}</p>`}
  </article>`;
}

function hoursOn({ hours }, date) {
  const open = hours.week.filter(h => h.day === weekday(date));
  if (open.length === 0 || hours.closed.includes(date)) return t('centre.closedToday');
  return open.map(h => `${h.from.slice(0, 5)} – ${h.to === '00:00' ? '24:00' : h.to.slice(0, 5)}`).join(', ');
}

/** Kilometres in a straight line. */
export function away(place, near) {
  const a = project(place.site.position);
  const b = project(near);
  return Math.hypot(a.x - b.x, a.y - b.y);
}

// What this person has begun: the next booking, the visit, or how it ended.
import { html, useEffect, useRef } from 'preact';
import { day, shortDay, t, time } from '../language.js';
import { cancel, cancelUntil, checkIn } from '../state/journey.js';
import { guaranteed } from '../state/moving.js';
import { placeOf, whereOf } from './facts.js';
import { Badge } from './badge.js';
import { LineCode } from './line-code.js';
import { Moving } from './moving.js';
import { Line } from './line.js';
import { Series } from './series.js';
import { Visit } from './visit.js';
import { Ended } from './ended.js';

export function Journey({ store }) {
  const { visit, ended, bookings } = store;
  useArrival(visit?.id ?? ended?.id ?? bookings[0]?.id, `${Boolean(visit)}${Boolean(ended)}`);
  if (visit) return html`<${Visit} store=${store} />`;
  if (ended) return html`<${Ended} ended=${ended} />`;
  if (bookings.length > 0) return html`<${Booked} store=${store} />`;
  return null;
}

/** When something new begins, those who read by keyboard or by ear are taken to it. */
function useArrival(...what) {
  const drawn = useRef(false);
  useEffect(() => {
    if (drawn.current && what[0]) document.getElementById('journey-title')?.focus();
    drawn.current = true;
  }, what);
}

function Booked({ store }) {
  const [next, ...others] = store.bookings;
  const place = placeOf(next.centreId);
  useEffect(() => { guaranteed(next); }, [next.id, Boolean(next.guarantee)]);
  return html`<section class="journey" aria-labelledby="journey-title">
    <h2 id="journey-title" tabindex="-1">${t('booking.title')}</h2>
    <p class="journey-place"><b>${place?.name ?? next.centreId}</b>
      ${place && html`<span>${whereOf(place)}</span>`}</p>
    <p class="journey-when">${day(next.from)}, <b>${time(next.from)} – ${time(next.to)}</b></p>
    <${Line} at=${1} />
    ${next.state === 'PENDING' && html`<p class="pending" role="status"><i class="spinner" aria-hidden="true"></i>
      ${t('booking.state.PENDING')}</p>`}
    ${next.guarantee && html`<p class="guarantee">${next.guarantee}</p>`}
    <div class="actions">
      ${next.state !== 'PENDING' && html`<${Arrive} booking=${next} busy=${store.busy} />`}
      <${Cancel} booking=${next} busy=${store.busy} />
      <button type="button" class="quiet" onClick=${() => window.print()}>${t('print')}</button>
    </div>
    <${Moving} key=${next.id} booking=${next} busy=${store.busy} />
    ${next.state !== 'PENDING' && html`<${Badge} memberId=${store.me.memberId} />
      <${LineCode} memberId=${store.me.memberId} centreId=${next.centreId} at=${next.from} />`}
    ${others.length > 0 && html`<${Others} bookings=${others} busy=${store.busy} />`}
  </section>`;
}

/** The desk lets people in one hour ahead. */
const EARLY_MS = 3_600_000;

function Arrive({ booking, busy }) {
  const opens = new Date(booking.from) - EARLY_MS;
  if (Date.now() < opens) {
    return html`<p class="opens">${t('booking.early', { day: day(opens), time: time(opens) })}</p>`;
  }
  return html`<button type="button" class="primary" disabled=${Boolean(busy)} aria-busy=${busy === 'checkIn'}
    onClick=${() => checkIn({ bookingId: booking.id })}>
    ${t(busy === 'checkIn' ? 'busy' : 'booking.checkIn')}</button>`;
}

function Cancel({ booking, busy }) {
  const until = cancelUntil(booking);
  if (until < Date.now()) return null;
  return html`<button type="button" class="quiet" disabled=${Boolean(busy)}
    title=${t('booking.cancelUntil', { day: day(until), time: time(until) })}
    onClick=${() => cancel(booking)}>${t('booking.cancel')}</button>`;
}

/** Each series is one line, each other booking one of its own. */
function Others({ bookings, busy }) {
  const name = booking => placeOf(booking.centreId)?.name ?? booking.centreId;
  const groups = new Map();
  for (const booking of bookings) {
    const key = booking.series ?? booking.id;
    groups.set(key, [...groups.get(key) ?? [], booking]);
  }
  const cancelOne = booking => html`<${Cancel} booking=${booking} busy=${busy} />`;
  return html`<h3>${t('booking.others')}</h3><ul class="others">${[...groups].map(([key, group]) => (group.length > 1
    ? html`<${Series} key=${key} bookings=${group} name=${name(group[0])} busy=${busy} cancel=${cancelOne} />`
    : html`<li key=${key}><span><b>${name(group[0])}</b>
      ${shortDay(group[0].from)}, ${time(group[0].from)} – ${time(group[0].to)}</span>${cancelOne(group[0])}</li>`))}</ul>`;
}

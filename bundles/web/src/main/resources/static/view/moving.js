// Another time for a booking, and what stands while its centre is asked.
import { html, useState } from 'preact';
import { t, time } from '../language.js';
import { asked, move, withdrawMove } from '../state/moving.js';
import { wall } from '../wall-time.js';

const slot = ({ from, to }) => `${time(from)} – ${time(to)}`;

export function Moving({ booking, busy }) {
  const [open, setOpen] = useState(false);
  if (asked(booking)) {
    return html`<div class="moving"><p class="pending" role="status"><i class="spinner" aria-hidden="true"></i>
      ${t('move.stands', { asked: slot(booking.move), stands: slot(booking) })}</p>
      <button type="button" class="quiet small" disabled=${Boolean(busy)} onClick=${() => withdrawMove(booking)}>${t('move.withdraw')}</button></div>`;
  }
  if (booking.state !== 'CONFIRMED') return null;
  return html`<div class="moving"><button type="button" class="quiet" aria-expanded=${open}
      onClick=${() => setOpen(!open)}>${t('move.change')}</button>
    ${open && html`<${Form} booking=${booking} busy=${busy} shut=${() => setOpen(false)} />`}</div>`;
}

function Form({ booking, busy, shut }) {
  const [wish, setWish] = useState({ date: wall(booking.from).date, from: wall(booking.from).time, to: wall(booking.to).time });
  const going = busy === `move:${booking.id}`;
  const submit = async e => { e.preventDefault(); if (await move(booking, wish)) shut(); };
  const field = (name, type, label) => html`<label class="field"><span>${label}</span>
    <input type=${type} name=${name} required value=${wish[name]} onInput=${e => setWish({ ...wish, [name]: e.target.value })} /></label>`;
  return html`<form class="move-form" onSubmit=${submit}>${field('date', 'date', t('search.date'))}
    ${field('from', 'time', t('search.from'))}${field('to', 'time', t('search.to'))}
    <button type="submit" class="primary" disabled=${Boolean(busy)} aria-busy=${going}>${t(going ? 'busy' : 'move.ask')}</button></form>`;
}

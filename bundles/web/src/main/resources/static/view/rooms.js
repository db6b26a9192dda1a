// The way from one room to another.
import { html } from 'preact';
import { t } from '../language.js';
import { enterRoom, roomOf, roomsOf } from '../state/rooms.js';

export function Rooms({ me }) {
  const rooms = roomsOf(me);
  if (rooms.length < 2) return null;
  const here = roomOf(me);
  const go = (e, id) => { e.preventDefault(); enterRoom(id); };
  return html`<nav class="rooms" aria-label=${t('rooms')}>${rooms.map(id => html`<a key=${id} href=${`#${id}`}
    aria-current=${id === here ? 'page' : undefined} onClick=${e => go(e, id)}>${t(`room.${id}`)}</a>`)}</nav>`;
}

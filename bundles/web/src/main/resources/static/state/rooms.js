// The rooms of those who look after something; the address says which one is open.
import { set, state } from './store.js';
import { glimpses, keeps, steers } from './systems.js';
import { reports } from './report.js';

const looksAfter = me => keeps(me) && !glimpses(me);

/** What there is, in the order in which it stands, and for whom. */
const ROOMS = [
  { id: 'board', may: me => Boolean(me?.roles?.includes('RECEPTION') && me.centreId) },
  { id: 'systems', may: keeps },
  { id: 'spaces', may: looksAfter },
  { id: 'network', may: looksAfter },
  { id: 'directories', may: steers },
  { id: 'report', may: reports },
];

/** Those that this person may enter. */
export const roomsOf = me => ROOMS.filter(room => room.may(me)).map(room => room.id);

/** The one that is open: as the address says, else the first. */
export function roomOf(me) {
  const rooms = roomsOf(me);
  return rooms.includes(state.room) ? state.room : rooms[0];
}

/** Goes to another. */
export function enterRoom(id) {
  if (location.hash !== `#${id}`) history.pushState(null, '', `#${id}`);
  set({ room: id });
  scrollTo({ top: 0 });
}

/** As the address says; what else stands there leads to a place on the page. */
function read() {
  const id = location.hash.slice(1);
  if (id === '' || ROOMS.some(room => room.id === id)) set({ room: id });
}
addEventListener('popstate', read);
read();

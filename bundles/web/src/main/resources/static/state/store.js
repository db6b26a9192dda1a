// What the page knows. One object, changed by `set` alone; views that use it are drawn again.
import { useEffect, useState } from 'preact';

const watchers = new Set();

export const state = {
  language: 'fr',
  me: undefined, // undefined: not known yet; null: nobody
  places: undefined, // centres with their site, network and spaces' facts
  networks: {},
  broken: false, // the directory could not be read
  wish: undefined,
  found: undefined, // free places, nearest first
  searching: false,
  searchRefused: undefined,
  chosen: undefined, // id of the centre looked at
  bookings: [],
  visit: undefined,
  session: undefined,
  ended: undefined,
  busy: undefined, // what is being done: 'book:<space>', 'checkIn', ...
  systems: undefined, // the systems of centres, for those who look after them
  systemsLost: false, // they could not be read just now
  proofs: {}, // by system: what it was found to do, tried from here
  room: '', // which room of the house is open, where there are several
  board: undefined, // the desk's day
  boardLost: false, // it could not be read just now
  boardRefused: undefined, // why somebody was not let in
  gateways: undefined, // how the gateways stand
  gateway: undefined, // the one looked at, with its sessions, channels and events
  boxes: undefined, // boxes that set themselves up, for the operator
  box: undefined, // the one looked at, or the form of one to be expected; its token while it is shown
  gatewaysLost: false, // they could not be read just now
  names: undefined, // names by pseudonym, as far as they are for this person
  assistant: undefined, // how far a system is being brought in
  rehearsals: {}, // by system: what would happen with it
  spaces: undefined, // a centre's spaces, who decides on each, what is ceded
  space: undefined, // the one of them that is being changed
  spacesLost: false, // they could not be read just now
  report: undefined, // service minutes of the months that were asked for
  directories: undefined, // other platforms' directories, for the operator
  readings: {}, // by directory: what came of reading it from here
  toasts: [],
  dialog: undefined, // 'signIn' or 'help'
};

export function set(patch) {
  Object.assign(state, patch);
  watchers.forEach(watcher => watcher());
}

/** The state, and a new drawing whenever it changes. */
export function useStore() {
  const [, draw] = useState(0);
  useEffect(() => {
    const watcher = () => draw(n => n + 1);
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, []);
  return state;
}

let count = 0;

/** Says something at the edge of the page: `kind` is 'good' or 'bad'; `undo` may take it back. */
export function say(text, kind = 'good', undo) {
  const toast = { id: ++count, text, kind, undo };
  set({ toasts: [...state.toasts.slice(-2), toast] });
  setTimeout(() => hush(toast.id), undo ? 20_000 : 9_000);
}

export function hush(id) {
  set({ toasts: state.toasts.filter(toast => toast.id !== id) });
}

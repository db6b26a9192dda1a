// Who is here.
import { get, post, prove, remove, whenLapsed } from '../rest.js';
import { say, set, state } from './store.js';
import { forget, resume } from './journey.js';
import { search } from './search.js';
import { leaveSystems, watchSystems } from './systems.js';
import { leaveDirectories } from './directories.js';
import { leaveGateways } from './gateways.js';
import { leaveBoard } from './board.js';
import { leaveSpaces } from './spaces.js';
import { leaveReport } from './report.js';

/** Finds out whether this browser is signed in already. */
export async function recognise() {
  try {
    await enter(await get('/me'));
  } catch {
    set({ me: null });
  }
}

/** Signs in; throws what the server refuses. */
export async function signIn(username, password) {
  await enter(await post('/login', { username, password }));
  await search();
}

/** Signs out; the page stays, without what was this person's. */
export async function signOut() {
  await remove('/login').catch(() => {});
  nobody();
}

function nobody() {
  prove('');
  forget();
  leaveSystems();
  leaveDirectories();
  leaveGateways();
  leaveBoard();
  leaveSpaces();
  leaveReport();
  set({ me: null, found: undefined });
}

whenLapsed(sentence => {
  if (!state.me) return;
  nobody();
  say(sentence, 'bad');
});

async function enter(me) {
  if (!me?.account) {
    set({ me: null });
    return;
  }
  prove(me.csrf);
  set({ me, dialog: undefined });
  if (me.memberId) await resume().catch(() => {});
  watchSystems();
}

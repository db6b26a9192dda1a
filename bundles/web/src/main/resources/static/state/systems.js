// The systems that centres keep: how they stand, what waits for them, what does not agree.
import { all, follow, get, post, remove } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';

const LOOK_AGAIN_MS = 10_000;
let timer;

/** Whether this person looks after systems: the desk of a centre, or the operator. */
export const keeps = me => Boolean(me?.roles?.some(role => role === 'RECEPTION' || role === 'FEDERATION'))
  || glimpses(me);

/** Whether this person sees but how far they can be relied upon: a network that offers those centres. */
export const glimpses = me => Boolean(me?.roles?.includes('NETWORK'))
  && !me.roles.includes('RECEPTION') && !me.roles.includes('FEDERATION');

/** Whether this person also steers them. */
export const steers = me => Boolean(me?.roles?.includes('FEDERATION'));

/** Reads them, and again by and by as long as somebody who looks after them is here. */
export async function watchSystems() {
  clearTimeout(timer);
  if (!keeps(state.me)) return;
  const who = state.me;
  try {
    const systems = glimpses(who) ? await Promise.all((await get('/adapters/levels')).items.map(glimpse))
      : await Promise.all((await all('/adapters')).map(whole));
    if (state.me === who) set({ systems, systemsLost: false });
  } catch {
    if (state.me === who) set({ systemsLost: true });
  }
  timer = setTimeout(watchSystems, LOOK_AGAIN_MS);
}

/** Stops looking and drops what was seen. */
export function leaveSystems() {
  clearTimeout(timer);
  set({ systems: undefined, systemsLost: false, proofs: {}, rehearsals: {}, assistant: undefined });
}

async function whole(row) {
  const path = `/adapters/${encodeURIComponent(row.id)}`;
  const [incidents, queue, spaces] = await Promise.all([
    all(`${path}/incidents?state=OPEN`),
    row.waiting + row.aside > 0 ? get(`${path}/queue`).then(answer => answer.items) : [],
    all(`/spaces?centreId=${encodeURIComponent(row.centreId)}`),
  ]);
  const names = Object.fromEntries(spaces.map(space => [space.id, space.name]));
  return { ...row, incidents, queue, names, kept: spaces.filter(space => space.id in row.spaces) };
}

/** The same shape of what a network is told; what is not told is not there. */
async function glimpse(row, n) {
  const spaces = await all(`/spaces?centreId=${encodeURIComponent(row.centreId)}`);
  const part = name => Object.fromEntries(Object.entries(row.spaces).map(([id, told]) => [id, told[name]]));
  const [proven, provenAt] = [part('truthMode'), part('provenAt')];
  return { ...row, id: `${row.centreId}-${n}`, glimpse: true, waiting: 0, aside: 0, incidents: [], queue: [], names: {},
    kept: spaces.filter(space => space.id in row.spaces), asOf: part('asOf'),
    proven: Object.fromEntries(Object.keys(proven).filter(id => proven[id])
      .map(id => [id, { truthMode: proven[id], at: provenAt[id] }])) };
}

/** Has it read at once. */
export const readNow = system => doing(`read:${system.id}`, async () => {
  await post(`/adapters/${encodeURIComponent(system.id)}/poll`, {});
  say(t('systems.read.done'));
});

/** Tries what it can do for one space; nothing stays behind. */
export const tryOut = (system, spaceId) => doing(`try:${system.id}`, async () => {
  const proof = await post(`/adapters/${encodeURIComponent(system.id)}/probe`, { spaceId });
  set({ proofs: { ...state.proofs, [system.id]: { ...proof, spaceId, at: new Date().toISOString() } } });
});

/** Reads it as if for real; a report, and nothing is changed. */
export const rehearse = system => doing(`rehearse:${system.id}`, async () => {
  const job = await post(`/adapters/${encodeURIComponent(system.id)}/rehearsals`, {});
  const { result, refusal } = await follow(job, () => {});
  if (!result) throw new Error(refusal?.text ?? '');
  set({ rehearsals: { ...state.rehearsals, [system.id]: result } });
});

/** Says that a person has settled it. */
export const settle = incident => doing(`settle:${incident.id}`, async () => {
  await post(`/incidents/${encodeURIComponent(incident.id)}/settle`, {});
  say(t('systems.settled'));
});

/** Tries a message again at once, or forgets it. */
export const replay = (system, message) => doing(`replay:${message.id}`, async () => {
  await post(`${entry(system, message)}/replay`, {});
  say(t('systems.replayed'));
});
export const forgetMessage = (system, message) => doing(`drop:${message.id}`, async () => {
  await remove(entry(system, message));
  say(t('systems.dropped'));
});

const entry = (system, message) =>
  `/adapters/${encodeURIComponent(system.id)}/queue/${encodeURIComponent(message.id)}`;

async function doing(what, work) {
  if (state.busy) return;
  set({ busy: what });
  try {
    await work();
    await watchSystems();
  } catch (refused) {
    say(refused.message || t('unreachable'), 'bad');
  } finally {
    set({ busy: undefined });
  }
}

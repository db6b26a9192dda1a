// Who decides whether a space is free: what a centre's desk and the operator set, and how they take it back.
import { all, get, patch } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';
import { steers } from './systems.js';

export const MODES = ['FEDERATION', 'ALLOTMENT', 'CENTRE_ATOMIC', 'CENTRE_CHECKED', 'REQUEST'];
export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** The centre that is looked at: one's own, or the one that the operator chose. */
export const centreOf = store => store.me?.centreId ?? store.spacesOf ?? store.places?.[0]?.id;

/** Reads a centre with its spaces, its systems and what it ceded to its boxes. */
export async function readSpaces(centreId = centreOf(state)) {
  const who = state.me;
  const path = `/centres/${encodeURIComponent(centreId)}`;
  try {
    const [centre, list, systems, ceded] = await Promise.all([get(path),
      all(`/spaces?centreId=${encodeURIComponent(centreId)}`), all('/adapters'), get(`${path}/ceded`)]);
    if (state.me !== who || centreOf(state) !== centreId) return;
    const byName = (a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, undefined, { numeric: true });
    set({ spaces: { centre, list: list.sort(byName), ceded,
      systems: systems.filter(system => system.centreId === centreId) }, spacesLost: false });
  } catch {
    if (state.me === who) set({ spacesLost: true });
  }
}

/** Another centre is looked at. */
export function chooseCentre(id) {
  set({ spacesOf: id, spaces: undefined, space: undefined });
  readSpaces(id);
}

/** Opens one space with what is set now. */
export function chooseSpace(id) {
  const space = state.spaces.list.find(each => each.id === id);
  set({ space: space && { id, mode: space.truthMode, week: weekOf(space.ceded), closed: [...space.ceded?.closed ?? []], also: [] } });
}

/** Hours by day, each as [{from, to}]. */
export const weekOf = hours => Object.fromEntries(DAYS.map(day =>
  [day, (hours?.week ?? []).filter(each => each.day === day).map(({ from, to }) => ({ from, to }))]));

export const fillSpace = part => set({ space: { ...state.space, trouble: undefined, ...part } });

/** The first day whose hours cannot be: an end before its start, or two that overlap. */
export function wrongDay(week) {
  const end = span => (span.to === '00:00' ? '24:00' : span.to);
  return DAYS.find(day => {
    const spans = [...week[day]].sort((a, b) => a.from.localeCompare(b.from));
    return spans.some((span, i) => !span.from || !span.to || end(span) <= span.from
      || (i > 0 && span.from < end(spans[i - 1])));
  });
}

const order = ({ mode, week, closed }, zone) => ({ truthMode: mode, ...(mode === 'ALLOTMENT' && {
  ceded: { zone, closed, week: DAYS.flatMap(day => [...week[day]].sort((a, b) => a.from.localeCompare(b.from))
    .map(span => ({ day, ...span }))) } }) });

const pathOf = id => `/spaces/${encodeURIComponent(id)}`;

/** Keeps who decides, on one or several; a centre's system is tried there and then, so that it takes a moment. */
export async function saveSpace() {
  const { space, spaces } = state;
  const kept = [];
  await keeping('space', async () => {
    try {
      for (const id of [space.id, ...space.also]) {
        await patch(pathOf(id), order(space, spaces.centre.hours.zone));
        kept.push(id);
      }
    } finally {
      if (kept.length > 0) told(kept, spaces.list);
    }
    set({ space: undefined });
    setTimeout(() => document.querySelector(`[data-space="${CSS.escape(space.id)}"]`)?.focus({ preventScroll: true }));
  }, refused => stopped(refused, kept));
}

/** Says which were kept, with a way back for all of them. */
function told(kept, list) {
  const before = kept.map(id => list.find(each => each.id === id));
  const text = kept.length === 1 ? t('spaces.saved', { space: before[0].name }) : t('spaces.savedAll', { n: kept.length });
  say(text, 'good', () => keeping('undo', async () => {
    for (const was of before) await patch(pathOf(was.id), { truthMode: was.truthMode, ...(was.ceded && { ceded: was.ceded }) });
    say(t('spaces.undone'));
  }));
}

/** What was kept stays kept; the form says at which one it stopped, and why. */
function stopped(refused, kept) {
  const { space, spaces } = state;
  const at = [space.id, ...space.also][kept.length];
  const name = spaces.list.find(each => each.id === at)?.name;
  readSpaces();
  fillSpace({ trouble: space.also.length === 0 ? sentence(refused) : `${name}: ${sentence(refused)}` });
}

/** How many places of each kind are held back of what a system decides. */
export const holdBack = (system, n) => keeping(`hold:${system.id}`, () =>
  numbered(`/adapters/${encodeURIComponent(system.id)}`, { safety: n }, { safety: system.safety }));

/** How many desks a box has. */
export const cede = (box, n, was) => keeping(`cede:${box}`, () =>
  numbered(`/gateways/${encodeURIComponent(box)}/box`, { ceded: n }, { ceded: was }));

async function numbered(path, part, before) {
  await patch(path, part);
  say(t('spaces.kept'), 'good', () => takeBack(path, before));
}

const takeBack = (path, before) => keeping('undo', async () => {
  await patch(path, before);
  say(t('spaces.undone'));
});

async function keeping(what, work, otherwise = refused => say(sentence(refused), 'bad')) {
  if (state.busy) return;
  set({ busy: what });
  try {
    await work();
    await readSpaces();
  } catch (refused) {
    otherwise(refused);
  } finally {
    set({ busy: undefined });
  }
}

/** Why not, in words for who looks after spaces. */
function sentence({ code, details, message }) {
  if (details?.bookings) return t('spaces.no.bookings', { n: Number(details.bookings) });
  if (details?.silentSince) return t('spaces.no.cut');
  if (details?.earned) return t('spaces.no.earned', { earned: t(`spaces.mode.${details.earned}`) });
  if (details?.field === 'truthMode') return t('spaces.no.system');
  if (details?.field === 'ceded') return t('spaces.no.hours');
  if (code === 'CHANGED_MEANWHILE') return t('spaces.no.changed');
  return details?.because || message || t('unreachable');
}

/** Forgets all that was seen. */
export const leaveSpaces = () => set({ spaces: undefined, space: undefined, spacesOf: undefined, spacesLost: false });

/** Whether this person may say how much a system or a box gets. */
export const portions = steers;

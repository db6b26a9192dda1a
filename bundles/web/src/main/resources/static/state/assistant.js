// Bringing a centre's own system in: which kind, its settings, what is found there, what is connected.
import { all, follow, get, post } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';

const DECIDED_THERE = ['CENTRE_ATOMIC', 'CENTRE_CHECKED', 'REQUEST'];

export const change = part => set({ assistant: { ...state.assistant, ...part } });
const at = () => state.assistant;

/** Begins; the kinds are those whose adapters are here now. */
export async function beginAssistant() {
  set({ assistant: { stop: 'kind', settings: {}, errors: {}, rows: [], centreId: state.places[0]?.id } });
  try {
    const { items } = await get('/adapters/kinds');
    change({ kinds: items, kind: items[0]?.kind });
  } catch (refused) {
    leaveAssistant();
    say(refused.message || t('unreachable'), 'bad');
  }
}

/** Leaves; nothing was kept, and what was typed is forgotten. */
export function leaveAssistant() {
  if (at()?.job) callOff();
  set({ assistant: undefined });
}

export const choose = part => change({ ...part, settings: {}, errors: {}, proposal: undefined });
export const fill = (name, value) => change({
  settings: { ...at().settings, [name]: value }, errors: { ...at().errors, [name]: undefined } });
export const goTo = stop => change({ stop, trouble: undefined });
export const alter = (spaceId, part) => change({
  rows: at().rows.map(row => (row.spaceId === spaceId ? { ...row, ...part } : row)) });
export const pace = part => change(part);
export const kindOf = assistant => assistant.kinds?.find(kind => kind.kind === assistant.kind);

/** What is sent: all settings that were given, and the presets of those that were not. */
export const wish = () => ({
  centreId: at().centreId,
  kind: at().kind,
  settings: Object.fromEntries(Object.entries(at().settings).filter(([, value]) => value !== '')),
});

/** Looks what is there; with rows, what those places can do that a person has chosen. */
export async function explore(rows) {
  const chosen = rows && Object.fromEntries(rows.map(row => [row.spaceId, row.place]));
  const back = at().stop;
  change({ stop: 'finding', errors: {}, trouble: undefined, trail: [] });
  const over = await work('/adapters/explorations', chosen ? { ...wish(), spaces: chosen } : wish(), back);
  if (!over) return;
  const found = over.result;
  if (!found?.steps[0]?.well) {
    change({ stop: back, trouble: found?.steps[0]?.text || over.refusal?.text || t('unreachable') });
    return;
  }
  const spaces = await all(`/spaces?centreId=${encodeURIComponent(at().centreId)}`).catch(() => []);
  if (!at()) return;
  change({ names: Object.fromEntries(spaces.map(space => [space.id, space.name])) });
  propose(found, Boolean(rows));
}

function propose(found, again) {
  const before = Object.fromEntries(at().rows.map(row => [row.spaceId, row]));
  const failed = Object.fromEntries(found.steps.filter(step => !step.well).map(step => [step.spaceId, step.text]));
  const rows = found.spaces.map(fit => (again && !fit.place ? before[fit.spaceId] ?? rowOf(fit, failed)
    : rowOf(fit, failed)));
  const steps = again ? [...at().steps, ...found.steps] : found.steps;
  change({ stop: 'proposal', rows, steps, proposal: found,
    poll: at().poll ?? seconds(found.poll), safety: at().safety ?? found.safety });
}

const rowOf = (fit, failed) => ({
  spaceId: fit.spaceId,
  place: fit.place ?? '',
  tried: fit.truthMode ? fit.place : undefined,
  earned: fit.truthMode,
  mode: fit.truthMode,
  ahead: fit.bookingsAhead,
  failed: failed[fit.spaceId],
  sure: false,
});

/** The guarantees that may be given where that one was proven: it, and the weaker ones. */
export const allowed = earned => DECIDED_THERE.slice(DECIDED_THERE.indexOf(earned));

const seconds = text => {
  const [, h = 0, m = 0, s = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text) ?? [];
  return h * 3600 + m * 60 + Math.ceil(Number(s));
};

/** Has it done and follows it; nothing where it was refused, called off or left. */
export async function work(path, body, back) {
  try {
    const job = await post(path, body);
    const over = await follow(job, seen => at() && at().stop !== back && change({ job: seen, trail: trailed(seen) }));
    if (!at()) return undefined;
    change({ job: undefined });
    if (over.state === 'CANCELLED') { change({ stop: back }); return undefined; }
    return over;
  } catch (refused) {
    if (at()) change({ ...refusedAt(refused, back), job: undefined });
    return undefined;
  }
}

const trailed = ({ step }) => (!step || at().trail.includes(step) ? at().trail : [...at().trail, step]);

/** A refusal stands at its field, where it has one. */
function refusedAt(refused, back) {
  const field = refused.details?.field ?? '';
  if (!field.startsWith('settings.')) return { stop: back, trouble: refused.message || t('unreachable') };
  return { stop: 'settings', errors: { [field.slice(9)]: refused.details.because ?? refused.message } };
}

/** Calls off what is being done; what was begun ends at its next step. */
export function callOff() {
  const { job } = at();
  if (job) post(`/jobs/${encodeURIComponent(job.id)}/cancel`, {}).catch(() => {});
}

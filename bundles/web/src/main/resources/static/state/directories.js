// Other platforms' directories: how they stand, reading them now, connecting another one.
import { all, follow, get, patch, post, remove } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';
import { steers } from './systems.js';

const LOOK_AGAIN_MS = 10_000;
let timer;
let watching = false;

const pathOf = id => `/directories/${encodeURIComponent(id)}`;

/** Reads how they stand, and again by and by as long as somebody looks. */
export function watchDirectories() {
  watching = true;
  look();
  return () => { watching = false; clearTimeout(timer); };
}

async function look() {
  clearTimeout(timer);
  const who = state.me;
  if (!steers(who)) return;
  try {
    const directories = await all('/directories');
    if (state.me === who) set({ directories, directoriesLost: false });
  } catch {
    if (state.me === who) set({ directoriesLost: true });
  }
  if (!watching || state.me !== who) return;
  clearTimeout(timer);
  timer = setTimeout(look, LOOK_AGAIN_MS);
}

/** Forgets all that was seen. */
export function leaveDirectories() {
  watching = false;
  clearTimeout(timer);
  set({ directories: undefined, directoriesLost: false, readings: {}, directoryForm: undefined });
}

/** What is known of a reading from here: 'dry' or 'real', how far, what came of it. */
const reading = (id, part) => set({ readings: { ...state.readings, [id]: { ...state.readings?.[id], ...part } } });

/** Reads one now: dry, so that nothing is changed; or for real, trusted where somebody looked. */
export async function readDirectoryNow(id, { dryRun = false, trusted = false } = {}) {
  if (state.busy) return;
  set({ busy: `directory:${id}` });
  reading(id, { dryRun, job: undefined, report: undefined, refusal: undefined });
  try {
    const job = await post(`${pathOf(id)}/runs`, { dryRun, trusted });
    const over = await follow(job, seen => reading(id, { job: seen }));
    reading(id, { job: undefined, report: over.result, refusal: over.result ? undefined : why(over.refusal) });
  } catch (refused) {
    reading(id, { job: undefined, refusal: why(refused) });
  } finally {
    set({ busy: undefined });
    look();
  }
}

const why = no => ({ code: no?.code, text: no?.details?.because || no?.text || no?.message || t('unreachable') });

/** Opens the form: for another one, or to change one. */
export async function beginDirectory(row) {
  const form = row ? { row, kind: row.kind, settings: {}, poll: seconds(row.poll), share: row.share }
    : { id: '', whose: 'company', companyId: '', centreId: state.places?.[0]?.id, networkId: '', settings: {}, poll: 300, share: 20 };
  set({ directoryForm: { ...form, errors: {} } });
  try {
    const { items } = await get('/directories/kinds');
    if (state.directoryForm) fillDirectory({ kinds: items, kind: form.kind ?? items[0]?.kind });
  } catch (refused) {
    if (state.directoryForm) fillDirectory({ kinds: [], trouble: refused.message || t('unreachable') });
  }
  scrollTo({ top: 0 });
}

export const endDirectory = () => set({ directoryForm: undefined });
export const fillDirectory = part => set({ directoryForm: { ...state.directoryForm, ...part } });
export const fillSetting = (name, value) => fillDirectory({
  settings: { ...state.directoryForm.settings, [name]: value }, errors: { ...state.directoryForm.errors, [name]: undefined } });

/** Connects it, or changes it; a refusal stands at its field where it has one. */
export async function saveDirectory() {
  const form = state.directoryForm;
  set({ busy: 'directory' });
  try {
    const order = { settings: given(form.settings), poll: `PT${form.poll}S`, share: Number(form.share) };
    if (form.row) await patch(pathOf(form.row.id), order);
    else await post('/directories', { ...order, ...whose(form), id: form.id, kind: form.kind });
    endDirectory();
    say(t(form.row ? 'directory.changed' : 'directory.connected'));
    await look();
  } catch (refused) {
    fillDirectory(refusedAt(refused));
  } finally {
    set({ busy: undefined });
  }
}

const given = settings => Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));

function whose(form) {
  if (form.whose === 'company') return { companyId: form.companyId };
  return form.whose === 'centre' ? { ownerCentreId: form.centreId } : { contractNetworkId: form.networkId };
}

function refusedAt(refused) {
  const field = refused.details?.field ?? '';
  const sentence = refused.details?.because || refused.message || t('unreachable');
  if (field === '' || field === 'settings') return { trouble: sentence };
  return { trouble: undefined, errors: { [field.replace('settings.', '')]: sentence } };
}

/** Takes one away: who came from it stays as it is. */
export async function removeDirectory(id) {
  if (state.busy) return;
  set({ busy: `directory:${id}` });
  try {
    await remove(pathOf(id));
    say(t('directory.removed'));
    await look();
  } catch (refused) {
    say(refused.message || t('unreachable'), 'bad');
  } finally {
    set({ busy: undefined });
  }
}

/** An ISO duration of at most a day, in seconds. */
export function seconds(text) {
  const [, d = 0, h = 0, m = 0, s = 0] = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text) ?? [];
  return d * 86400 + h * 3600 + m * 60 + Math.ceil(Number(s));
}

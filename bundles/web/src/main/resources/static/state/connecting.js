// The last stop: what a person said yes to is connected, and may be taken back.
import { all, patch, remove } from '../rest.js';
import { t } from '../language.js';
import { change, wish, work } from './assistant.js';
import { say, set, state } from './store.js';
import { watchSystems } from './systems.js';

/** Connects what a person has said yes to. */
export async function connect() {
  const rows = state.assistant.rows.filter(row => row.sure);
  const of = part => Object.fromEntries(rows.map(row => [row.spaceId, row[part]]));
  const taken = new Set((state.systems ?? []).map(system => system.id));
  let id = `${state.assistant.centreId}-${state.assistant.kind}`.slice(0, 60);
  for (let n = 2; taken.has(id); n++) id = `${state.assistant.centreId}-${state.assistant.kind}-${n}`;
  const adapter = { ...wish(), id, spaces: of('place'), poll: `PT${state.assistant.poll}S`, safety: Number(state.assistant.safety) };
  const truths = await modesNow(state.assistant.centreId);
  change({ stop: 'connecting', trail: [], trouble: undefined });
  const over = await work('/adapters/connections', { adapter, modes: of('mode') }, 'proposal');
  if (!over) return;
  if (!over.result) {
    change({ stop: 'proposal', trouble: over.refusal?.text || t('unreachable') });
    return;
  }
  change({ stop: 'done', settings: {}, done: { ...over.result, rows, before: truths } });
  watchSystems();
}

const modesNow = async centreId => Object.fromEntries(
  (await all(`/spaces?centreId=${encodeURIComponent(centreId)}`)).map(space => [space.id, space.truthMode]));

/** Takes it back: each space is decided on as before, and the system is no longer connected. */
export async function undoConnection() {
  const { adapterId, rows, before, stays } = state.assistant.done;
  change({ undoing: true });
  try {
    for (const { spaceId, mode } of rows) {
      if (!stays[spaceId] && before[spaceId] !== mode) {
        await patch(`/spaces/${encodeURIComponent(spaceId)}`, { truthMode: before[spaceId] });
      }
    }
    await remove(`/adapters/${encodeURIComponent(adapterId)}`);
    set({ assistant: undefined });
    say(t('assistant.undone'));
  } catch (refused) {
    change({ undoing: false });
    say(refused.message || t('unreachable'), 'bad');
  }
  watchSystems();
}

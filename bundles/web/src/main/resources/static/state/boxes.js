// Boxes that set themselves up: expected with a token for one use, then seen on their way to GREEN.
import { all, get, post, remove } from '../rest.js';
import { t } from '../language.js';
import { say, set, state } from './store.js';
import { steers } from './systems.js';

/** Reads them; whoever may not see any has none. */
export async function readBoxes(who) {
  if (!steers(who)) return;
  const boxes = await all('/gateways/boxes');
  if (state.me === who) set({ boxes });
  await readOutages();
}

/** When the centre of the box that is looked at was not heard. */
async function readOutages() {
  const id = state.box?.id;
  const box = state.boxes?.find(each => each.gatewayId === id);
  if (!box?.heard) return;
  const { items } = await get(`/outages?centreId=${encodeURIComponent(box.centreId)}`);
  if (state.box?.id === id) set({ box: { ...state.box, outages: items } });
}

/** Begins to expect one: what is asked for is filled in as far as it can be guessed. */
export function beginBox(centreId = state.places[0]?.id, known) {
  const id = known?.gatewayId ?? freeName(centreId);
  const ssid = known?.ssids?.[0] ?? 'Escale';
  set({ gateway: undefined, box: { form: {
    id, centreId, uplink: known?.uplink ?? 'eth0', ssid, device: 'wlan0', channel: 36, personalKeys: false,
    address: `https://${location.host}`, radius: location.hostname, again: Boolean(known) } } });
}

const freeName = centreId => {
  const taken = new Set([...state.boxes ?? [], ...state.gateways ?? []].map(each => each.gatewayId ?? each.id));
  for (let n = 1; ; n++) {
    const name = n === 1 ? `box-${centreId}` : `box-${centreId}-${n}`;
    if (!taken.has(name)) return name;
  }
};

/** Another value in the form; another centre is another name. */
export function fillBox(part) {
  const form = { ...state.box.form, ...part };
  if (part.centreId && !form.again) form.id = freeName(part.centreId);
  set({ box: { ...state.box, form, trouble: undefined } });
}

export function chooseBox(id) {
  set({ gateway: undefined, box: id && { id } });
  readOutages().catch(() => {}); // read again with the boxes
}

/** Makes the token, which is shown once: it lives in this page and nowhere else. */
export async function expectBox() {
  const { form } = state.box;
  const plan = {
    centreId: form.centreId, uplink: form.uplink,
    networks: [{ ssid: form.ssid, device: form.device, channel: Number(form.channel), personalKeys: form.personalKeys }],
    hub: { address: form.address, radius: form.radius, portal: `${form.address}/portal/${form.id}` },
  };
  set({ busy: 'box' });
  try {
    const ticket = await post(`/gateways/${encodeURIComponent(form.id)}/box`, plan);
    await readBoxes(state.me).catch(() => {});
    set({ box: { id: form.id, ticket } });
  } catch (refused) {
    set({ box: { ...state.box, trouble: refused.message || t('unreachable') } });
  } finally {
    set({ busy: undefined });
  }
}

/** Asks a box to measure its line: it does at its next round, and tells with the one after. */
export async function measureBox(id) {
  set({ busy: 'measure' });
  try {
    await post(`/gateways/${encodeURIComponent(id)}/box/measure`, {});
    say(t('box.measuring'));
  } catch (refused) {
    say(refused.message || t('unreachable'), 'bad');
  } finally {
    set({ busy: undefined });
  }
}

/** Believes a box no longer; whether that is so now. */
export async function revokeBox(id) {
  set({ busy: 'box' });
  try {
    await remove(`/gateways/${encodeURIComponent(id)}/box`);
    await readBoxes(state.me).catch(() => {});
    set({ box: { id } });
    say(t('box.revoked'));
    return true;
  } catch (refused) {
    say(refused.message || t('unreachable'), 'bad');
    return false;
  } finally {
    set({ busy: undefined });
  }
}

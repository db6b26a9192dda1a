// Light or dark: as the device says, until this person says otherwise.
import { keep, recollect } from './kept.js';
const KEPT = 'escale.theme';
const device = matchMedia('(prefers-color-scheme: dark)');

export const shown = () =>
  document.documentElement.dataset.theme ?? (device.matches ? 'dark' : 'light');

/** Takes up what was chosen before. */
export function recall() {
  const kept = recollect(KEPT);
  if (kept === 'dark' || kept === 'light') document.documentElement.dataset.theme = kept;
}

/** The other of the two, from now on. */
export function other() {
  const next = shown() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  keep(KEPT, next);
}

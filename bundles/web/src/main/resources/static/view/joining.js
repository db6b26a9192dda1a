// How a device joins, in the words of its maker's own screens; the device in the hand stands first.
import { html } from 'preact';
import { t } from '../language.js';

const DEVICES = ['ios', 'android', 'windows', 'mac'];

/** What this device most likely is. */
export function deviceHere(agent = navigator.userAgent) {
  if (/iPhone|iPad/.test(agent)) return 'ios';
  if (/Android/.test(agent)) return 'android';
  if (/Windows/.test(agent)) return 'windows';
  return /Macintosh/.test(agent) ? 'mac' : '';
}

export function Joining({ network }) {
  const here = deviceHere();
  const order = [...DEVICES].sort((a, b) => Number(b === here) - Number(a === here));
  return html`<div class="joining"><h4>${t('join.title')}</h4>${order.map(device => html`<details key=${device} open=${device === here}>
    <summary>${t(`join.${device}`)}</summary><ol>${[1, 2, 3].map(n => html`<li key=${n}>${t(`join.${device}.${n}`, { network })}</li>`)}</ol></details>`)}
    <p class="muted">${t('join.portal')}</p></div>`;
}

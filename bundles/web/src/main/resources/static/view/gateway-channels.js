// Which company has which channel, and how many are left.
import { html } from 'preact';
import { spoken, t } from '../language.js';
import { nameOf } from '../state/gateways.js';

/** So few left is worth a word. */
const FEW = 64;

export function Channels({ channels }) {
  const { first, last, free, drawn } = channels;
  const whole = last - first + 1;
  const used = drawn.filter(channel => channel.sessions > 0).length;
  const number = n => new Intl.NumberFormat(spoken()).format(n);
  return html`<section class="gate-part" aria-labelledby="gate-channels"><h3 id="gate-channels">${t('channels.title')}</h3>
    <svg class="range" viewBox="0 0 1000 24" preserveAspectRatio="none" role="img"
      aria-label=${t('channels.range', { first, last, n: drawn.length })}>
      <rect class="room" width="1000" height="24" />${drawn.map(channel => html`<rect key=${channel.number} class=${channel.sessions > 0 ? 'busy' : 'idle'}
        x=${((channel.number - first) / whole) * 1000} width=${Math.max(4, 1000 / whole)} height="24" />`)}</svg>
    <p class="range-words" data-scarce=${free <= FEW}><span>${first} – ${last}</span><b>${free === 0 ? t('channels.out')
      : t('channels.free', { n: free, free: number(free) })}</b></p>
    <p class="muted">${t('channels.use', { used: number(used), idle: number(drawn.length - used), whole: number(whole) })}</p>
    ${used === whole && html`<p class="trouble" role="alert">${t('channels.refused')}</p>`}
    ${drawn.length > 0 && html`<ul class="drawn">${drawn.map(channel => html`<li key=${channel.number} data-busy=${channel.sessions > 0}>
      <b>${channel.number}</b><span>${nameOf(channel.company)}</span><small>${t('channels.sessions', { n: channel.sessions })}</small></li>`)}</ul>`}
  </section>`;
}

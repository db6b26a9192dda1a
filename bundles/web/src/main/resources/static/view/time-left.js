// The time that is left, as a clock that goes, with the end itself beside it.
import { html, useEffect, useState } from 'preact';
import { duration, shortDay, t, time } from '../language.js';

export function TimeLeft({ from, until }) {
  const [, draw] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => draw(n => n + 1), 1_000);
    return () => clearInterval(ticking);
  }, []);
  const left = Math.max(0, Math.floor((new Date(until) - Date.now()) / 1_000));
  const total = Math.max(1, (new Date(until) - new Date(from)) / 1_000);
  const label = t('visit.progress', { duration: duration((total - left) / 60), total: duration(total / 60) });
  return html`<div class="progress" data-soon=${left < 900}><p class="left"><b role="timer" aria-label=${t('visit.left', { duration: duration(left / 60) })}>${clock(left)}</b>
      <span>${t('visit.leftWord')}</span></p>
    <progress max=${total} value=${Math.min(total - left, total)} aria-label=${label}></progress>
    <p><span>${t('visit.since', { time: time(from) })}</span><b>${end(until)}</b></p></div>`;
}

/** 3:04:59, or 04:59 in the last hour. */
function clock(seconds) {
  const two = n => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}

const end = until => (shortDay(until) === shortDay(Date.now()) ? t('visit.until', { time: time(until) })
  : t('visit.until', { time: `${shortDay(until)}, ${time(until)}` }));

// How each step with a system went, how long it took, and how far its clock is off.
import { html } from 'preact';
import { has, t } from '../language.js';

export const Steps = ({ steps, clockAhead, names }) => html`<div class="steps"><table>
    <thead><tr><th scope="col">${t('steps.what')}</th><th scope="col">${t('steps.came')}</th><th scope="col">${t('steps.took')}</th></tr></thead>
    <tbody>${steps.map((step, n) => html`<tr key=${n} data-well=${step.well}>
      <td>${has(`stage.${step.stage}`) ? t(`stage.${step.stage}`, { space: step.spaceId ? names(step.spaceId) : '' }) : step.stage}</td>
      <td>${step.well ? t('steps.well') : step.text}</td><td>${step.tookMillis} ms</td></tr>`)}</tbody></table>
  ${clockAhead !== undefined && clockAhead !== null && html`<p class="muted">${clock(clockAhead)}</p>`}</div>`;

/** An ISO duration with its sign. */
function clock(text) {
  const [, sign, h = 0, m = 0, s = 0] = /^(-?)PT(?:-?(\d+)H)?(?:-?(\d+)M)?(?:-?([\d.]+)S)?$/.exec(text) ?? [];
  const n = Math.round(h * 3600 + m * 60 + Number(s));
  if (n < 2) return t('steps.clock.same');
  return t(sign || text.includes('-') ? 'steps.clock.behind' : 'steps.clock.ahead', { n });
}

// What is being done with the system, step by step; it may be called off.
import { html } from 'preact';
import { has, t } from '../language.js';
import { callOff } from '../state/assistant.js';

/** "TRY desk-1", in words. */
function words(step) {
  const [stage, space] = step.split(' ');
  return has(`stage.${stage}`) ? t(`stage.${stage}`, { space: space ?? '' }) : step;
}

export function Finding({ assistant }) {
  const { job, trail = [] } = assistant;
  const now = trail.at(-1);
  return html`<div class="finding">
    <progress max="100" value=${job?.percent || undefined} aria-label=${t('assistant.progress')}></progress>
    <ol class="trail">${trail.map(step => html`<li key=${step} data-now=${step === now}>
      ${step === now && html`<i class="spinner" aria-hidden="true"></i>`}${words(step)}</li>`)}</ol>
    <p class="away" role="status">${now ? words(now) : t('loading')}</p>
    <footer><button type="button" class="quiet" disabled=${!job} onClick=${callOff}>${t('assistant.stopIt')}</button></footer>
  </div>`;
}

// A centre's own system is brought in: four stops, and nothing is kept before the last.
import { html, useEffect, useRef } from 'preact';
import { t } from '../language.js';
import { leaveAssistant } from '../state/assistant.js';
import { Kind } from './assistant-kind.js';
import { Settings } from './assistant-settings.js';
import { Finding } from './assistant-finding.js';
import { Proposal } from './assistant-proposal.js';
import { Done } from './assistant-done.js';

const STOPS = ['kind', 'settings', 'proposal', 'done'];
const ON_THE_WAY = { finding: 'proposal', connecting: 'done' };
const VIEWS = { kind: Kind, settings: Settings, finding: Finding, proposal: Proposal, connecting: Finding, done: Done };

export function Assistant({ assistant, store }) {
  const heading = useRef();
  useEffect(() => { heading.current?.focus(); scrollTo({ top: 0 }); }, [assistant.stop]);
  const View = VIEWS[assistant.stop];
  const here = STOPS.indexOf(ON_THE_WAY[assistant.stop] ?? assistant.stop);
  return html`<section class="assistant" id="places" tabindex="-1" aria-labelledby="assistant-title">
    <header><h1 id="assistant-title">${t('assistant.title')}</h1>
      ${assistant.stop !== 'done' && html`<button type="button" class="quiet small" onClick=${leaveAssistant}>${t('assistant.leave')}</button>`}
    </header>
    <ol class="stops" aria-label=${t('assistant.stops')}>${STOPS.map((stop, n) => html`<li key=${stop}
      data-passed=${n < here} aria-current=${n === here ? 'step' : undefined}><span>${t(`assistant.stop.${stop}`)}</span></li>`)}</ol>
    <div class="leaf"><h2 ref=${heading} tabindex="-1">${t(`assistant.head.${assistant.stop}`)}</h2>
      ${assistant.trouble && html`<p class="trouble" role="alert">${assistant.trouble}</p>`}
      <${View} assistant=${assistant} store=${store} /></div>
  </section>`;
}

// The four stops of every visit, as a line on which one travels.
import { html } from 'preact';
import { t } from '../language.js';

const STOPS = ['booked', 'arrived', 'online', 'left'];

/** `at` is how many stops are behind; `online` may still be being prepared. */
export const Line = ({ at }) => html`<ol class="stops" aria-label=${t('journey.steps')}
  style=${{ '--at': at }}>${STOPS.map((stop, i) => html`
    <li data-done=${i < at} aria-current=${i === at - 1 ? 'step' : null}>
      <span>${t(`journey.${stop}`)}</span>${i < at && html`<span class="away">, ${t('step.done')}</span>`}
    </li>`)}</ol>`;

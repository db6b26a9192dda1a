// How it works, in four stops.
import { html } from 'preact';
import { t } from '../language.js';
import { Dialog } from './dialog.js';

const STOPS = ['find', 'book', 'arrive', 'leave'];

export const Help = () => html`<${Dialog} title=${t('help.title')}>
  <ol class="guide">${STOPS.map(stop => html`<li><h3>${t(`help.${stop}`)}</h3>
    <p>${t(`help.${stop}.text`)}</p></li>`)}</ol>
  <p class="muted">${t('help.keys')}</p></${Dialog}>`;

// The terms that are shown before a booking and sealed with it.
import { html } from 'preact';
import { duration, t } from '../language.js';
import { minutes } from './facts.js';

export function Terms({ terms }) {
  return html`<ul class="terms">${lines(terms).map(line => html`<li>${line}</li>`)}</ul>`;
}

function lines(terms) {
  const told = (key, iso) => minutes(iso) > 0 && t(key, { duration: duration(minutes(iso)) });
    return [
    told('terms.cancelUntil', terms.cancelUntil) || t('terms.cancelAny'),
    told('terms.noShowAfter', terms.noShowAfter),
    told('terms.grace', terms.grace),
    told('terms.longestVisit', terms.longestVisit),
    told('terms.rounding', terms.rounding) || t('terms.exact'),
    terms.billingRule && t('terms.rule', { rule: terms.billingRule.rule }),
  ].filter(Boolean);
}

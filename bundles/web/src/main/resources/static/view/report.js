// The report on service minutes: by centre and month, and as a table to take along.
import { html, useEffect } from 'preact';
import { spoken, t } from '../language.js';
import { monthBack, readReport } from '../state/report.js';
import { placeOf } from './facts.js';
import { saveTable } from './save-table.js';

const COLUMNS = ['promisedMinutes', 'servedMinutes', 'outageMinutes', 'servedPercent'];
const number = (n, digits = 0) => new Intl.NumberFormat(spoken(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(n);

export function Report({ store, nav }) {
  const { report } = store;
  useEffect(() => { if (!report) readReport(monthBack(2), monthBack(0)); }, []);
  const { first = monthBack(2), last = monthBack(0), items, trouble } = report ?? {};
  const save = () => saveTable('service-minutes', [['centreId', 'month', ...COLUMNS],
    ...items.map(one => [one.centreId, one.month, ...COLUMNS.map(column => String(one[column]))])]);
  return html`<div class="report" id="places" tabindex="-1">${nav}<div class="hero"><h1>${t('report.title')}</h1><p>${t('report.lead')}</p></div>
    <div class="gates-find"><${Month} name=${t('report.from')} value=${first} pick=${month => readReport(month, last)} />
      <${Month} name=${t('report.to')} value=${last} pick=${month => readReport(first, month)} />
      <button type="button" class="quiet" disabled=${!items?.length} onClick=${save}>${t('events.export')}</button></div>
    ${trouble ? html`<p class="notice" role="alert">${trouble}</p>` : !items
      ? html`<p class="loading" role="status"><i class="spinner" aria-hidden="true"></i>${t('loading')}</p>`
      : items.length === 0 ? html`<p class="muted" role="status">${t('report.none')}</p>` : html`<table class="sessions">
        <thead><tr><th scope="col">${t('report.centre')}</th><th scope="col">${t('report.month')}</th>${COLUMNS.map(column =>
          html`<th scope="col" key=${column}>${t(`report.${column}`)}</th>`)}</tr></thead>
        <tbody>${items.map(one => html`<tr key=${one.centreId + one.month}><td data-name=${t('report.centre')}>${placeOf(one.centreId)?.name ?? one.centreId}</td>
          <td data-name=${t('report.month')}>${one.month}</td>${COLUMNS.map(column => html`<td key=${column} data-name=${t(`report.${column}`)}>
            ${number(one[column], column === 'servedPercent' ? 2 : 0)}
            ${column === 'servedPercent' && html`<${Share} of=${one} />`}</td>`)}</tr>`)}</tbody></table>`}
    <p class="muted">${t('report.counts')}</p></div>`;
}

/** What of the promise was kept, drawn: the number beside it says it. */
const Share = ({ of }) => html`<svg class="range share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
  <rect class="room" width="100" height="6" /><rect class="kept" width=${of.servedPercent} height="6" />
  <rect class="out" x=${of.servedPercent} width=${of.promisedMinutes > 0 ? 100 - of.servedPercent : 0} height="6" /></svg>`;

const Month = ({ name, value, pick }) => html`<label class="field"><span>${name}</span>
  <input type="month" value=${value} onChange=${e => e.target.value && pick(e.target.value)} /></label>`;

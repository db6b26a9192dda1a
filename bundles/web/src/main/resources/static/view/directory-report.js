// What came, or would come, of a reading: how many, and why some were not touched.
import { html } from 'preact';
import { has, t } from '../language.js';

const COUNTS = ['created', 'changed', 'ended', 'left', 'same'];

export function DirectoryReport({ report, title, dry = false }) {
  const { people, companies, reasons } = report;
  const some = Object.values(companies).some(n => n > 0);
  return html`<div class="came"><h3>${title}</h3>
    <div class="came-scroll"><table><thead><tr><th scope="col"><span class="away">${t('came.who')}</span></th>
      ${COUNTS.map(count => html`<th scope="col" key=${count}>${t(`came.${count}`)}</th>`)}</tr></thead>
      <tbody><${Row} label=${t('came.people')} counts=${people} />
        ${some && html`<${Row} label=${t('came.companies')} counts=${companies} />`}</tbody></table></div>
    ${Object.keys(reasons).length > 0 && html`<ul class="reasons">${Object.entries(reasons).map(([why, n]) =>
      html`<li key=${why}><b>${n} ×</b> ${worded(why)}</li>`)}</ul>`}
    ${!report.whole && html`<p class="muted">${t('came.part')}</p>`}
    ${dry && html`<p class="muted">${t('came.dry')}</p>`}</div>`;
}

const Row = ({ label, counts }) => html`<tr><th scope="row">${label}</th>${COUNTS.map(count =>
  html`<td key=${count} data-count=${counts[count] > 0 ? count : 'none'}>${counts[count]}</td>`)}</tr>`;

/** "INVALID_FIELD email" and the like, in words. */
function worded(why) {
  const [code, field = ''] = why.split(' ');
  const known = has(`came.field.${field}`) ? t(`came.field.${field}`) : field;
  return has(`came.why.${code}`) ? t(`came.why.${code}`, { field: known }) : why;
}

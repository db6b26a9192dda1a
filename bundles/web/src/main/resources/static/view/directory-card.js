// One directory: how it stands, what came of its last reading, and reading it now.
import { html, useState } from 'preact';
import { ago, has, t } from '../language.js';
import { beginDirectory, readDirectoryNow, removeDirectory, seconds } from '../state/directories.js';
import { placeOf } from './facts.js';
import { directoryStands } from './directories.js';
import { said } from './said.js';
import { DirectoryReport } from './directory-report.js';

export const directoryKind = kind => (has(`directory.kind.${kind}`) ? t(`directory.kind.${kind}`) : kind);

/** What the engine says of it, in this person's language; an adapter's own sentence stays as it is. */
const SAID = { 'not read yet': 'fresh', 'its adapter is not here': 'noAdapter', 'our database is away': 'noDatabase' };

export function DirectoryCard({ row, store }) {
  const stands = directoryStands(row);
  const reading = store.readings?.[row.id];
  const title = `directory-${row.id}`;
  const again = () => readDirectoryNow(row.id, { trusted: true });
  return html`<article class="card system directory" data-stands=${stands} aria-labelledby=${title}>
    <div><h2 id=${title}>${row.id}</h2><p class="where">${directoryKind(row.kind)} · ${whose(row, store)}</p></div>
    <p class="state" data-stands=${stands}>${t(`directory.is.${stands}`)}</p>
    ${stands === 'silent' && html`<p class="trouble">${SAID[row.text] ? t(`directory.said.${SAID[row.text]}`) : said(row.text)}</p>`}
    ${stands === 'held' && html`<div class="held"><p><b>${t('directory.held')}</b> ${ending(row.text)}</p>
      <p>${t('directory.held.what')}</p>
      <${Sure} label=${t('directory.trust')} sure=${t('directory.trust.sure')} busy=${store.busy} act=${again} /></div>`}
    <p class="muted directory-when">${read(row)} ${t('directory.period', { n: Math.max(1, Math.round(seconds(row.poll) / 60)) })}</p>
    ${row.last && !reading?.report && html`<${DirectoryReport} report=${row.last} title=${t('directory.last')} />`}
    <${Reading} row=${row} reading=${reading} store=${store} />
  </article>`;
}

function Reading({ row, reading, store }) {
  const going = store.busy === `directory:${row.id}`;
  const { job, report, refusal, dryRun } = reading ?? {};
  const busy = Boolean(store.busy);
  return html`<div class="reading" role="status">
      ${going && html`<p><i class="spinner" aria-hidden="true"></i> ${t(dryRun ? 'directory.trying' : 'directory.reading')}</p>
        <progress max="100" value=${job?.percent || undefined} aria-label=${t('directory.progress')}></progress>`}
      ${!going && refusal && html`<p class="trouble">${refusal.text.startsWith('it would end') ? html`<b>${t('directory.held')}</b> ${ending(refusal.text)}` : said(refusal.text)}</p>`}
      ${!going && report && html`<${DirectoryReport} report=${report} title=${t(dryRun ? 'directory.dry' : 'directory.now')} dry=${dryRun} />`}</div>
    <footer><button type="button" class="primary" disabled=${busy} onClick=${() => readDirectoryNow(row.id)}>${t('directory.read')}</button>
      <button type="button" class="quiet" disabled=${busy} onClick=${() => readDirectoryNow(row.id, { dryRun: true })}>${t('directory.try')}</button>
      <button type="button" class="quiet" disabled=${busy} onClick=${() => beginDirectory(row)}>${t('directory.change')}</button>
      <${Sure} label=${t('directory.remove')} sure=${t('directory.remove.sure')} busy=${store.busy} act=${() => removeDirectory(row.id)} /></footer>`;
}

/** What is asked once more before it is done. */
function Sure({ label, sure, busy, act }) {
  const [asked, ask] = useState(false);
  if (!asked) return html`<button type="button" class="quiet" disabled=${Boolean(busy)} onClick=${() => ask(true)}>${label}</button>`;
  return html`<div class="sure" role="group" aria-label=${label}><p>${sure}</p>
    <button type="button" class="primary small" disabled=${Boolean(busy)} onClick=${() => { ask(false); act(); }}>${label}</button>
    <button type="button" class="quiet" onClick=${() => ask(false)}>${t('directory.leave')}</button></div>`;
}

/** "it would end 37 of 90 people and 0 of 0 companies", in words of this person. */
function ending(text) {
  const [, people, staff, companies, all] = /(\d+) of (\d+) people and (\d+) of (\d+) companies/.exec(text) ?? [];
  return people === undefined ? text : t('directory.ending', { people, staff, companies, all });
}

function read(row) {
  if (!row.asOf) return t('directory.unread');
  const words = ago(row.asOf);
  return words ? t('directory.readAgo', { ago: words }) : t('directory.readNow');
}

function whose(row, store) {
  if (row.companyId) return t('directory.of.company', { name: row.companyId });
  const centre = row.ownerCentreId && (placeOf(row.ownerCentreId)?.name ?? row.ownerCentreId);
  const network = row.contractNetworkId && (store.networks[row.contractNetworkId]?.name ?? row.contractNetworkId);
  return t('directory.of.clients', { name: [centre, network].filter(Boolean).join(' · ') });
}

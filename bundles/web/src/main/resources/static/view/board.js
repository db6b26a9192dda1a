// The board of a centre's desk: let in, who is expected, who is here, what is free.
import { html, useEffect, useRef, useState } from 'preact';
import { day, shortDay, t, time } from '../language.js';
import { agree, decline, letIn, letOut, watchBoard } from '../state/board.js';
import { nameOf } from '../state/gateways.js';
import { placeOf } from './facts.js';
import { Confirm } from './confirm.js';
import { Rooms } from './rooms.js';

export function Board({ store }) {
  const { me, board, boardLost } = store;
  useEffect(watchBoard, []);
  return html`<div class="board"><div class="board-head"><${Rooms} me=${me} />
      <div><h1>${placeOf(me.centreId)?.name ?? me.centreId}</h1><p class="lead of-today">${day(Date.now())}</p></div></div>
    ${boardLost && html`<p class="notice" role="alert">${t('board.lost')}</p>`}
    ${board === undefined ? html`<p class="loading" role="status"><i class="spinner" aria-hidden="true"></i>${t('loading')}</p>`
      : html`<${Tally} board=${board} /><${Code} store=${store} />
        <div class="board-lists" id="places" tabindex="-1"><${Expected} board=${board} busy=${store.busy} />
          <${Here} board=${board} store=${store} /><${Free} board=${board} /></div>`}</div>`;
}

const Tally = ({ board }) => html`<div role="status"><dl class="tallies">
  <div><dt>${t('board.here')}</dt><dd>${board.visits.length}</dd></div>
  <div><dt>${t('board.expected')}</dt><dd>${board.expected.length}</dd></div>
  <div><dt>${t('board.free')}</dt><dd>${board.free.length}<small> / ${board.desks}</small></dd></div></dl></div>`;

/** A scanner types the code and ends it with Enter; so the field waits for it. */
function Code({ store }) {
  const [code, setCode] = useState('');
  const field = useRef();
  useEffect(() => { if (matchMedia('(min-width: 900px)').matches) field.current?.focus(); }, []);
  const send = async e => {
    e.preventDefault();
    if (await letIn({ code: code.trim(), centreId: store.me.centreId })) setCode('');
    field.current?.select();
  };
  return html`<form class="let-in" onSubmit=${send}><label class="field"><span>${t('board.code')}</span>
      <input ref=${field} value=${code} required maxlength="512" autocomplete="off" autocapitalize="off" spellcheck=${false}
        onInput=${e => setCode(e.target.value)} /></label>
    <button type="submit" class="primary" disabled=${Boolean(store.busy)} aria-busy=${store.busy === 'in:code'}>${t('board.letIn')}</button>
    ${store.boardRefused && html`<p class="trouble" role="alert">${store.boardRefused}</p>`}</form>`;
}

const who = guest => html`<b>${nameOf(guest.person)}</b> <small>${nameOf(guest.company)}</small>`;
const late = booking => new Date(booking.from) < Date.now();

function Expected({ board, busy }) {
  const [no, setNo] = useState();
  const decided = async () => { if (await decline(no)) setNo(undefined); };
  return html`<section class="board-list" aria-labelledby="board-expected"><h2 id="board-expected">${t('board.expected')}</h2>
    ${board.asked.map(booking => html`<${Asked} key=${booking.id} booking=${booking} board=${board} busy=${Boolean(busy)} no=${() => setNo(booking)} />`)}
    ${board.expected.map(booking => html`<${Card} key=${booking.id} guest=${booking.guest} where=${board.names[booking.spaceId]}
      when=${`${time(booking.from)} – ${time(booking.to)}`} badge=${late(booking) && html`<span class="tag wait">${t('board.late')}</span>`}>
      <button type="button" class="primary small" disabled=${Boolean(busy)} aria-busy=${busy === `in:${booking.id}`}
        aria-label=${t('board.letIn.label', { person: nameOf(booking.guest.person), time: time(booking.from) })}
        onClick=${() => letIn({ bookingId: booking.id })}>${t('board.letIn')}</button></${Card}>`)}
    ${board.expected.length + board.asked.length === 0 && html`<p class="muted">${t('board.nobodyExpected')}</p>`}
    ${no && html`<${Confirm} title=${t('board.decline.title')} yes=${t('board.decline')} busy=${Boolean(busy)} onYes=${decided}
      onNo=${() => setNo(undefined)}><p>${t(no.move ? 'board.decline.move' : 'board.decline.text', { person: nameOf(no.guest.person) })}</p></${Confirm}>`}</section>`;
}

/** Somebody who asks for a place, or for another time for the one they have. */
function Asked({ booking, board, busy, no }) {
  const { move } = booking;
  const slot = ({ from, to }) => `${time(from)} – ${time(to)}`;
  return html`<${Card} guest=${booking.guest} where=${board.names[booking.spaceId]}
      when=${move ? t('board.asksMove', { asked: `${shortDay(move.from)}, ${slot(move)}`, stands: slot(booking) }) : slot(booking)}
      badge=${html`<span class="tag wait">${t(move ? 'board.asksTime' : 'board.asks')}</span>`}>
    <div class="pair"><button type="button" class="quiet small" disabled=${busy} onClick=${no}>${t('board.decline')}</button>
      <button type="button" class="primary small" disabled=${busy} onClick=${() => agree(booking)}>${t('board.agree')}</button></div></${Card}>`;
}

function Here({ board, store }) {
  const [leaving, setLeaving] = useState();
  const out = async () => { if (await letOut(leaving)) setLeaving(undefined); };
  return html`<section class="board-list" aria-labelledby="board-here"><h2 id="board-here">${t('board.here')}</h2>
    ${board.visits.map(visit => html`<${Card} key=${visit.id} guest=${visit.guest} where=${board.names[visit.spaceId]}
      when=${t('board.hereFor', { from: time(visit.startedAt), to: time(visit.bookedUntil) })} badge=${board.gateways.length > 0 && html`<${Network} state=${board.network[visit.id]} />`}>
      <button type="button" class="quiet small" disabled=${Boolean(store.busy)}
        aria-label=${t('board.out.label', { person: nameOf(visit.guest.person) })} onClick=${() => setLeaving(visit)}>${t('board.out')}</button></${Card}>`)}
    ${board.visits.length === 0 && html`<p class="muted">${t('board.nobodyHere')}</p>`}
    ${leaving && html`<${Confirm} title=${t('board.out.title')} yes=${t('board.out')} busy=${Boolean(store.busy)} onYes=${out}
      onNo=${() => setLeaving(undefined)}><p>${t('board.out.text', { person: nameOf(leaving.guest.person) })}</p></${Confirm}>`}</section>`;
}

/** What the desk must know of the network: only where it is not simply there. */
const Network = ({ state }) => {
  if (state === 'OPEN') return html`<span class="tag on">${t('live.OPEN')}</span>`;
  if (!state || state === 'PENDING') return html`<span class="tag wait">${t('live.PENDING')}</span>`;
  return html`<span class="tag">${t(`live.${state}`)}</span>`;
};

const Free = ({ board }) => html`<section class="board-list" aria-labelledby="board-free"><h2 id="board-free">${t('board.free')}</h2>
  ${board.free.length === 0 ? html`<p class="muted">${t('board.full')}</p>`
    : html`<ul class="free-desks">${board.free.map(space => html`<li key=${space.id} data-box=${board.ceded.desks.includes(space.id)}>${space.name}${board.ceded.desks.includes(space.id)
      && html` <small>${t('board.box')}</small>`}</li>`)}</ul>`}
  ${cededFree(board) && html`<p class=${board.ceded.cutSince ? 'notice' : 'muted'}>${board.ceded.cutSince
    ? t('board.box.cut', { time: time(board.ceded.cutSince) }) : t('board.box.heard')}</p>`}</section>`;

const cededFree = board => board.free.some(space => board.ceded.desks.includes(space.id));

const Card = ({ guest, where, when, badge, children }) => html`<article class="board-card"><p class="board-who">${who(guest)}</p>
  <p class="board-when">${when} · ${where}</p><div class="board-do">${badge || html`<span></span>`}${children}</div></article>`;

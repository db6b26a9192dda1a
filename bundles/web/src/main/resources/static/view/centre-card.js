// One centre that has room.
import { html, useState } from 'preact';
import { kilometres, t } from '../language.js';
import { set } from '../state/store.js';
import { book, checkIn } from '../state/journey.js';
import { slotOf } from '../state/search.js';
import { Badge, Fresh, networkName, placeOf, Price, Stars, whereOf } from './facts.js';
import { Details } from './details.js';

export function CentreCard({ item, store }) {
  const [spaceId, setSpaceId] = useState();
  const [extras, setExtras] = useState({});
  const place = placeOf(item.centreId);
  if (!place) return null;
  const slot = slotOf(store.wish);
  const space = item.spaces.find(s => s.spaceId === spaceId) ?? item.spaces[0];
  const open = store.chosen === item.centreId;
  return html`<article class="card" id=${`centre-${item.centreId}`} data-chosen=${open}>
    <header><h3>${place.name}</h3><p class="where">${whereOf(place)}</p></header>
    <p class="distance">${kilometres(item.distanceKm)}</p>
    <p class="facts"><${Badge} network=${store.networks[place.networkId]} />
      ${item.networkId !== place.networkId && html`<span class="via">${via(store.networks[item.networkId])}</span>`}<${Stars} n=${item.stars ?? 0} />
      <span class="free">${t('free', { n: item.spaces.length })}</span></p>
    <${Price} item=${space} />
    <p class="truth" title=${space.guarantee}>${t(`truth.${space.truthMode}`)} · <${Fresh} at=${space.asOf} />
      ${space.confirmed === false && html` · ${t('truth.unconfirmed')}`}</p>
    ${open && space.guarantee && html`<p class="truth">${space.guarantee}</p>`}
    ${open && html`<${Details} item=${item} place=${place} space=${space} slot=${slot}
      pick=${setSpaceId} extras=${extras} setExtras=${setExtras}
      repeat=${{ wish: store.wish, lines: linesOf(extras), busy: store.busy }} />`}
    <footer><${Actions} place=${place} space=${space} slot=${slot} open=${open} extras=${extras}
      busy=${store.busy} /></footer>
  </article>`;
}

function Actions({ place, space, slot, open, extras, busy }) {
  const mine = busy === `book:${space.spaceId}`;
  const label = t('book.label', { space: space.spaceName, centre: place.name });
  const toggle = () => set({ chosen: open ? undefined : place.id });
  return html`<button type="button" class="quiet" aria-expanded=${open}
      aria-label=${t('details.of', { centre: place.name })} onClick=${toggle}>${t('details')}</button>
    ${open && starts(slot) && html`<button type="button" class="quiet" disabled=${Boolean(busy)}
      aria-label=${t('walkIn.label', { centre: place.name })}
      onClick=${() => checkIn({ centreId: place.id })}>${t('walkIn')}</button>`}
    <button type="button" class="primary" aria-label=${label} aria-busy=${mine} disabled=${Boolean(busy)}
      onClick=${() => book(space, slot, linesOf(extras))}>${t(mine ? 'book.busy' : 'book')}</button>`;
}

const SOON_MS = 600_000;

/** Whether that slot begins about now, so that one may as well walk in. */
const starts = slot => slot && Math.abs(new Date(slot.from) - Date.now()) < SOON_MS;

const via = network => t('via', { network: networkName(network) });

/** Extras as the door takes them: only those of which there is at least one. */
const linesOf = extras => Object.entries(extras).filter(([, n]) => n > 0)
  .map(([extraId, quantity]) => ({ extraId, quantity }));

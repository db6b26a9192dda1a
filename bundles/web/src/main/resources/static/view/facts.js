// Small facts that several views tell in the same way.
import { html } from 'preact';
import { ago, duration, money, t } from '../language.js';
import { colourOf } from '../map/colours.js';
import { milliseconds } from '../wall-time.js';
import { state } from '../state/store.js';

export const placeOf = centreId => state.places?.find(place => place.id === centreId);

export const networkName = network => network?.name ?? t('network.none');

/** "Site in Town", without saying twice what is the same. */
export const whereOf = place =>
  [place.site.town, place.site.region].filter(Boolean).join(', ');

export const Badge = ({ network }) => html`<span class="badge">
  <i style=${{ '--pin': colourOf(network) }} aria-hidden="true"></i>${networkName(network)}</span>`;

export const Stars = ({ n }) => (n > 0 ? html`<span class="stars" role="img"
  aria-label=${t('stars', { n })} title=${t('stars', { n })}>${'★'.repeat(n)}</span>` : null);

export const Fresh = ({ at }) => {
  const words = ago(at);
  return html`<time datetime=${at}>${words === t('fresh.now') ? words : t('fresh.ago', { ago: words })}</time>`;
};

export const hoursBetween = slot => (new Date(slot.to) - new Date(slot.from)) / 3_600_000;

/** What an hour costs under these terms; undefined where they do not say. */
export const hourly = terms => terms?.prices?.find(price => price.unit === 'hour')?.each;

export const minutes = iso => milliseconds(iso) / 60_000;

/** "€ 9.50 / h", or that there is nothing to pay. */
export function Price({ item, slot }) {
  const each = hourly(item.terms);
  const total = item.price;
  const free = total && Number(total.amount) === 0;
  if (free) return html`<p class="price"><b>${t(each && Number(each.amount) > 0 ? 'included' : 'free.of.charge')}</b></p>`;
  const length = duration(hoursBetween(slot) * 60);
  return html`<p class="price">${each && html`<b>${t('perHour', { price: money(each) })}</b>`}
    ${total && html`<span>${t('inTotal', { price: money(total), duration: length })}</span>`}</p>`;
}

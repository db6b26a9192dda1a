// Small facts that several views tell in the same way.
import { html } from 'preact';
import { ago, has, money, t } from '../language.js';
import { colourOf } from '../map/colours.js';
import { milliseconds } from '../wall-time.js';
import { state } from '../state/store.js';

export const placeOf = centreId => state.places?.find(place => place.id === centreId);

export const networkName = network => network?.name ?? t('network.none');

/** Town and region. */
export const whereOf = ({ site }) => [site.town, regionOf(site)].filter(Boolean).join(', ');

const regionOf = ({ region }) => (has(`region.${region}`) ? t(`region.${region}`) : region);

export const Badge = ({ network }) => html`<span class="badge">
  <i style=${{ '--pin': colourOf(network) }} aria-hidden="true"></i>${networkName(network)}</span>`;

export const Stars = ({ n }) => (n > 0 ? html`<span class="stars" role="img"
  aria-label=${t('stars', { n })} title=${t('stars', { n })}>${'★'.repeat(n)}</span>` : null);

export const Fresh = ({ at }) => {
  const words = ago(at);
  return html`<time datetime=${at}>${words ? t('fresh.ago', { ago: words }) : t('fresh.now')}</time>`;
};

export const minutes = iso => milliseconds(iso) / 60_000;

/** What an hour costs, or that there is nothing to pay. */
export function Price({ item }) {
  if (!item.price) return null;
  const free = Number(item.price.amount) === 0;
  const words = free ? t(item.terms?.passId ? 'included' : 'free.of.charge')
    : t('perHour', { price: money(item.price) });
  return html`<p class="price"><b>${words}</b></p>`;
}

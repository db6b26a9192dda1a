// The map: the country, its towns and the places of work on it.
import { html, useEffect } from 'preact';
import { spoken, t } from '../language.js';
import { project } from './projection.js';
import { inner, lands, outline, provinces } from './shapes.js';
import { apart, names, place } from './layout.js';
import { CITIES } from './cities.js';
import { Pins } from './pins.js';
import { useLook } from './look.js';

const land = html`<g class="lands">${lands.map(l => html`<path d=${l.d} />`)}</g>
  <path class="lift" d=${provinces.map(p => p.d).join('')} />
  <g class="provinces">${provinces.map(p => html`<path class=${`region-${p.region}`} d=${p.d} />`)}</g>
  <path class="inner" d=${inner} /><path class="outline" d=${outline} />`;

/** Pins: [{id, position, colour, free, name, chosen}]. */
export function Map({ pins, near, chosen, choose }) {
  const [frame, size, view, moves] = useLook(near);
  const target = pins.find(pin => pin.id === chosen);
  useEffect(() => {
    if (target && size && !visible(place(view, size, target.position), size)) {
      moves.show(target.position);
    }
  }, [chosen]);
  return html`<section class="map" aria-label=${t('map.title')} ref=${frame}>
    ${size && html`<${Drawing} size=${size} view=${view} pins=${pins} near=${near}
      chosen=${chosen} choose=${choose} />`}
    <${Tools} moves=${moves} />
  </section>`;
}

const visible = (at, size) =>
  at.x > 20 && at.y > 20 && at.x < size.width - 20 && at.y < size.height - 20;

function Drawing({ size, view, pins, near, chosen, choose }) {
  const spread = apart(pins.map(pin => ({ ...pin, at: place(view, size, pin.position) })));
  const width = size.width / view.scale;
  const height = size.height / view.scale;
  const box = `${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`;
  return html`
    <svg class="land" viewBox=${box} aria-hidden="true" focusable="false">${land}
      ${near && html`<${Near} at=${project(near)} scale=${view.scale} />`}</svg>
    <svg class="names" width=${size.width} height=${size.height} aria-hidden="true" focusable="false">
      ${names(CITIES, spread, view, size, spoken()).map(name => html`
        <circle class="dot" cx=${name.at.x} cy=${name.at.y} r=${name.big ? 2.5 : 2} />
        <text class=${name.big ? 'big' : ''} x=${name.x} y=${name.y} text-anchor=${name.anchor}
          dominant-baseline="central">${name.text}</text>`)}
      ${spread.filter(far).map(pin => html`<line class="leader"
        x1=${pin.home.x} y1=${pin.home.y} x2=${pin.at.x} y2=${pin.at.y} />`)}
    </svg>
    <${Pins} pins=${spread} size=${size} chosen=${chosen} choose=${choose} />`;
}

const far = pin => Math.hypot(pin.at.x - pin.home.x, pin.at.y - pin.home.y) > 14;

const Near = ({ at, scale }) => html`<g class="near">
  <circle cx=${at.x} cy=${at.y} r=${26 / scale} /><circle class="core" cx=${at.x} cy=${at.y} r=${4 / scale} />
</g>`;

const Tools = ({ moves }) => html`<div class="map-tools">
  <button type="button" aria-label=${t('map.closer')} onClick=${() => moves.zoom(1.5)}>+</button>
  <button type="button" aria-label=${t('map.farther')} onClick=${() => moves.zoom(1 / 1.5)}>−</button>
  <button type="button" aria-label=${t('map.whole')} onClick=${moves.reset}>
    <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 8V3h5M17 8V3h-5M3 12v5h5M17 12v5h-5" /></svg>
  </button>
</div>`;

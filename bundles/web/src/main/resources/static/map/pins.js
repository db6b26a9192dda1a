// The pins: one stop in the tab order, arrow keys go from one to the next in that direction.
import { html, useRef, useState } from 'preact';
import { t } from '../language.js';

const ARROWS = {
  ArrowRight: { x: 1, y: 0 }, ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 }, ArrowUp: { x: 0, y: -1 },
};

export function Pins({ pins, size, chosen, choose }) {
  const list = useRef();
  const [current, setCurrent] = useState();
  const first = pins.find(p => p.id === (current ?? chosen)) ?? pins.find(p => p.free > 0) ?? pins[0];
  const go = (event, pin) => {
    const way = ARROWS[event.key];
    const next = way && nearest(pins, pin, way);
    if (!next) return;
    event.preventDefault();
    setCurrent(next.id);
    list.current.querySelector(`[data-id="${CSS.escape(next.id)}"]`)?.focus({ preventScroll: true });
  };
  return html`<ul class="pins" ref=${list} aria-label=${t('map.pins')}>
    ${pins.filter(pin => within(pin.at, size)).map(pin => html`
      <li key=${pin.id} style=${{ transform: `translate(${pin.at.x}px, ${pin.at.y}px)` }}>
        <button type="button" class="pin" data-id=${pin.id} data-state=${stateOf(pin)}
          aria-pressed=${pin.id === chosen} aria-label=${pin.label}
          tabindex=${pin.id === first?.id ? 0 : -1} style=${{ '--pin': pin.colour, '--on-pin': pin.on }}
          onKeyDown=${e => go(e, pin)} onFocus=${() => setCurrent(pin.id)}
          onClick=${() => choose(pin.id)}>${pin.free || ''}</button>
        <span class="pin-tip" aria-hidden="true"><b>${pin.name}</b>${pin.network}</span>
      </li>`)}
  </ul>`;
}

const within = (at, size) => at.x > -12 && at.y > -12 && at.x < size.width + 12 && at.y < size.height + 12;

const stateOf = pin => (pin.free > 0 ? 'free' : pin.free === 0 ? 'none' : 'plain');

/** The nearest pin that lies more in that direction than beside it. */
function nearest(pins, from, way) {
  const scored = pins.filter(pin => pin !== from).map(pin => {
    const dx = pin.at.x - from.at.x;
    const dy = pin.at.y - from.at.y;
    const ahead = dx * way.x + dy * way.y;
    const beside = Math.abs(dx * way.y - dy * way.x);
    return { pin, ahead, score: ahead + 2 * beside };
  });
  const possible = scored.filter(s => s.ahead > 0);
  return possible.sort((a, b) => a.score - b.score)[0]?.pin;
}

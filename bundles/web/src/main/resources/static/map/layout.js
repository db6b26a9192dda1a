// Where pins and names go so that none hides another. Pure.
import { project } from './projection.js';

const PIN = 26;
const STEPS = 60;

/** A look at the map: what is in its middle, and pixels a kilometre. */
export function place(view, size, point) {
  const { x, y } = project(point);
  return {
    x: (x - view.x) * view.scale + size.width / 2,
    y: (y - view.y) * view.scale + size.height / 2,
  };
}

/** Pins pushed apart until they no longer touch; `home` is where each really is. */
export function apart(pins) {
  const spread = pins.map((pin, i) => ({ ...pin, home: pin.at, at: nudged(pin.at, i) }));
  for (let step = 0; step < STEPS; step++) {
    let moved = false;
    for (let i = 0; i < spread.length; i++) {
      for (let j = i + 1; j < spread.length; j++) moved = push(spread[i].at, spread[j].at) || moved;
    }
    if (!moved) break;
  }
  return spread;
}

// Two at the very same spot need a direction to go.
const nudged = (at, i) => ({ x: at.x + Math.cos(i * 2.4) * 0.5, y: at.y + Math.sin(i * 2.4) * 0.5 });

function push(a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const distance = Math.hypot(dx, dy);
  if (distance >= PIN) return false;
  const by = (PIN - distance) / 2 / (distance || 1);
  a.x -= dx * by;
  a.y -= dy * by;
  b.x += dx * by;
  b.y += dy * by;
  return true;
}

/** The names that fit beside the pins, the first ones first, each {text, x, y, side, big}. */
export function names(cities, pins, view, size, language) {
  const taken = pins.map(pin => box(pin.at.x, pin.at.y, PIN, PIN));
  const kept = [];
  for (const city of cities) {
    if (view.scale < (city.from ?? (city.big ? 0 : 2))) continue;
    const at = place(view, size, city);
    const fit = sides(at, city, language)
      .find(s => inside(s.box, size) && !taken.some(other => overlap(s.box, other)));
    if (fit) {
      taken.push(fit.box, box(at.x, at.y, 8, 8));
      kept.push({ text: city[language], at, ...fit, big: city.big });
    }
  }
  return kept;
}

function sides(at, city, language) {
  const width = city[language].length * (city.big ? 8 : 7) + 4;
  const height = 16;
  const beside = width / 2 + 8;
  return [
    { anchor: 'start', x: at.x + 8, y: at.y, box: box(at.x + beside, at.y, width, height) },
    { anchor: 'end', x: at.x - 8, y: at.y, box: box(at.x - beside, at.y, width, height) },
    { anchor: 'middle', x: at.x, y: at.y - 14, box: box(at.x, at.y - 14, width, height) },
    { anchor: 'middle', x: at.x, y: at.y + 15, box: box(at.x, at.y + 15, width, height) },
  ];
}

const box = (x, y, w, h) => ({ left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2 });
const overlap = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const inside = (b, size) =>
  b.left > 4 && b.right < size.width - 4 && b.top > 4 && b.bottom < size.height - 4;

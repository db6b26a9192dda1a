// Looking around on the map: its size, its middle and its scale.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact';
import { COUNTRY, project } from './projection.js';

const CLOSEST = 14;
const AROUND_KM = 70;

/** The whole country in a frame of that size. */
export function whole(size) {
  const scale = Math.min(
    (size.width - 24) / (COUNTRY.right - COUNTRY.left),
    (size.height - 24) / (COUNTRY.bottom - COUNTRY.top));
  return { x: (COUNTRY.left + COUNTRY.right) / 2, y: (COUNTRY.top + COUNTRY.bottom) / 2, scale };
}

const around = (size, point) => ({
  ...project(point), scale: Math.min(size.width, size.height) / (2 * AROUND_KM),
});

/** A small frame begins near what is wanted, a large one with the whole country. */
const first = (size, near) => (size.width < 560 && near ? around(size, near) : whole(size));

/** [frame, size, view, moves] of a map that can be dragged, wheeled and zoomed by buttons. */
export function useLook(near) {
  const frame = useRef();
  const [size, setSize] = useState();
  const [view, setView] = useState();
  useLayoutEffect(() => {
    const measure = () => {
      const { width, height } = frame.current.getBoundingClientRect();
      if (width > 0 && height > 0) setSize({ width, height });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (size) setView(first(size, near));
  }, [size?.width, size?.height, near?.latitude, near?.longitude]);
  const shown = size && (view ?? first(size, near));
  const least = size && whole(size).scale * 0.8;
  const limited = v => ({ ...v, scale: Math.min(CLOSEST, Math.max(least, v.scale)) });
  const change = how => setView(v => limited(how(v ?? shown)));
  useDrag(frame, change);
  return [frame, size, shown, {
    zoom: by => change(v => ({ ...v, scale: v.scale * by })),
    reset: () => setView(whole(size)),
    show: point => change(v => ({ ...v, ...project(point), scale: Math.max(v.scale, 4) })),
  }];
}

function useDrag(frame, change) {
  const act = useRef();
  act.current = change;
  useEffect(() => {
    const node = frame.current;
    let last;
    const down = e => { if (!e.target.closest('button')) last = { x: e.clientX, y: e.clientY }; };
    const up = () => { last = undefined; };
    const move = e => {
      if (!last) return;
      const dx = e.clientX - last.x;
      const dy = e.clientY - last.y;
      last = { x: e.clientX, y: e.clientY };
      act.current(v => ({ ...v, x: v.x - dx / v.scale, y: v.y - dy / v.scale }));
    };
    const wheel = e => {
      e.preventDefault();
      act.current(v => ({ ...v, scale: v.scale * (e.deltaY < 0 ? 1.15 : 1 / 1.15) }));
    };
    node.addEventListener('pointerdown', down);
    node.addEventListener('wheel', wheel, { passive: false });
    window.addEventListener('pointerup', up);
    window.addEventListener('pointermove', move);
    return () => {
      node.removeEventListener('pointerdown', down);
      node.removeEventListener('wheel', wheel);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointermove', move);
    };
  }, []);
}

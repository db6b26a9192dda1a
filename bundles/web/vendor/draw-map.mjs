// Draws static/map/shapes.js: the Belgian provinces, and the land around them, as SVG paths whose unit
// is one kilometre. Sources: bmesuere/belgium-topojson at a903fda (CC0 1.0), whose belgium.json has the
// SHA-256 below; world-atlas 2.0.2 (Natural Earth, public domain; package ISC).
//
//   npm install --prefix DIR topojson-client@3.1.0 topojson-simplify@3.0.3 world-atlas@2.0.2
//   node draw-map.mjs DIR belgium.json > ../src/main/resources/static/map/shapes.js
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [dir, source] = process.argv.slice(2);
const require = createRequire(resolve(dir, 'package.json'));
const { feature, mesh } = require('topojson-client');
const { presimplify, simplify } = require('topojson-simplify');

const SUM = '7ddc9dc111856b4ef9ad72e73f80ac94b8112fa0a7cd0a77c63c94f732bf9454';
const text = readFileSync(source);
if (createHash('sha256').update(text).digest('hex') !== SUM) throw new Error('another belgium.json');

// The same projection as static/map/projection.js.
const KM = 111.195;
const COS = Math.cos((50.5 * Math.PI) / 180);
const flat = ([lon, lat]) => [(lon - 4.45) * COS * KM, (50.5 - lat) * KM];
const BOX = { left: -340, right: 340, top: -260, bottom: 260 };

const sides = [
  [p => p[0] >= BOX.left, (a, b) => at(a, b, 0, BOX.left)],
  [p => p[0] <= BOX.right, (a, b) => at(a, b, 0, BOX.right)],
  [p => p[1] >= BOX.top, (a, b) => at(a, b, 1, BOX.top)],
  [p => p[1] <= BOX.bottom, (a, b) => at(a, b, 1, BOX.bottom)],
];
function at(a, b, axis, value) {
  const t = (value - a[axis]) / (b[axis] - a[axis]);
  return [0, 1].map(i => (i === axis ? value : a[i] + t * (b[i] - a[i])));
}
// Sutherland and Hodgman's clipping of a ring to the box.
const clip = ring => sides.reduce((points, [inside, cut]) => points.flatMap((p, i) => {
  const before = points[(i + points.length - 1) % points.length];
  const crossing = inside(p) === inside(before) ? [] : [cut(before, p)];
  return inside(p) ? [...crossing, p] : crossing;
}), ring);

const round = value => Math.round(value * 10) / 10;
function path(points, closed) {
  const kept = points.map(p => p.map(round))
    .filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
  return kept.length < 3 ? '' : `M${kept.map(p => p.join(' ')).join('L')}${closed ? 'Z' : ''}`;
}
const rings = geometry => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat();
const area = geometry => rings(geometry).map(r => clip(r.map(flat))).map(r => path(r, true)).join('');
const line = geometry => geometry.coordinates.map(l => path(l.map(flat), false)).join('');

const belgium = simplify(presimplify(JSON.parse(text)), 1.4e-5);
const world = simplify(presimplify(require('world-atlas/countries-10m.json')), 2e-4);
const near = new Set(['Belgium', 'Netherlands', 'Germany', 'France', 'Luxembourg', 'United Kingdom']);
const lands = world.objects.countries.geometries.filter(g => near.has(g.properties.name));

const provinces = feature(belgium, belgium.objects.provinces).features.map(f => ({
  fr: f.properties.name_fr, nl: f.properties.name_nl, region: f.properties.reg_nis, d: area(f.geometry),
}));
const out = {
  provinces,
  outline: line(mesh(belgium, belgium.objects.provinces, (a, b) => a === b)),
  inner: line(mesh(belgium, belgium.objects.provinces, (a, b) => a !== b)),
  lands: lands.map(g => ({ name: g.properties.name, d: area(feature(world, g).geometry) })),
};
console.log('// Made by vendor/draw-map.mjs: Belgian provinces (CC0 1.0) and the land around (public domain).');
for (const [name, value] of Object.entries(out)) {
  const entries = Array.isArray(value)
    ? `[\n${value.map(v => `  ${JSON.stringify(v)},`).join('\n')}\n]`
    : JSON.stringify(value);
  console.log(`export const ${name} = ${entries};`);
}

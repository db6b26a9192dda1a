// What an adapter or the engine says of a system, in this person's language; what is not known stays as it was said.
import { has, t } from '../language.js';

/** Sentences that have something of their own in them: a number, a name, a shape. */
const SHAPES = [
  [/^it answers (?:with status )?(\d+)$/i, 'status'],
  [/^more than ([\d,.]+) /, 'more'],
  [/ is one of \[?([^\]]+)\]?$/, 'oneOf'],
  [/ is needed$/, 'needed'],
  [/ is not an address of the web$/, 'web'],
  [/ does not end in a slash$/, 'slash'],
  [/ is not a number$/, 'number'],
  [/ is not the name of a zone$/, 'zone'],
  [/^the setting \S+ is (?:not )?((?:https|ldaps|file):.*)$/, 'shape'],
  [/ is not (file:\S+.*)$/, 'shape'],
  [/^the heading has no column (.+)$/, 'column'],
  [/^the file is not ([\w-]+): state its charset$/, 'charset'],
  [/^(\d+) rows cannot be read/, 'rows'],
];

const slug = text => text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
const lowered = text => text.charAt(0).toLowerCase() + text.slice(1);

/** That sentence, translated where we know it; "…, 8 times" stays behind it. */
export function said(text) {
  const [, sentence, times = ''] = /^(.*?)(, \d+ times)?$/s.exec(text ?? '');
  const key = [slug(sentence), slug(lowered(sentence)), slug(sentence.toLowerCase())].map(each => `said.${each}`).find(has);
  if (key) return t(key) + counted(times);
  for (const [shape, name] of SHAPES) {
    const found = shape.exec(sentence);
    if (found) return t(`said.of.${name}`, { a: found[1] ?? '' }) + counted(times);
  }
  return text;
}

const counted = times => (times ? ` (${/\d+/.exec(times)[0]} ×)` : '');

/** What was tried on a system, and what came of it. */
export const finding = name => (has(`finding.${name}`) ? t(`finding.${name}`) : name);

export function found(value) {
  const [, n, where] = /^(\d+) in (all|a week)$/.exec(value) ?? [];
  if (n) return t(where === 'all' ? 'found.all' : 'found.week', { n });
  const key = `found.${slug(value)}`;
  return has(key) ? t(key) : value;
}

// Speaks to the REST door, which is of the same origin; nothing else is ever asked.
const BASE = '/api/v1';

let language = 'en';
let proof = '';
let lapsed = () => {};

/** What the server said no to: its code, and a sentence for a person in their language. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? '');
    this.status = status;
    this.code = problem.code ?? 'UNREACHABLE';
    this.details = problem.details ?? {};
  }
}

/** From now on texts come in that language. */
export function speak(next) {
  language = next;
}

/** What to do when the server no longer knows who is here; gets its sentence. */
export function whenLapsed(act) {
  lapsed = act;
}

/** The second proof that changes carry beside the cookie. */
export function prove(next) {
  proof = next ?? '';
}

async function ask(method, path, body, { key, match, whole } = {}) {
  const headers = { Accept: 'application/json', 'Accept-Language': language };
  if (match) headers['If-Match'] = match;
  if (method !== 'GET') headers['X-CSRF'] = proof;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  let answer;
  try {
    answer = await fetch(BASE + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout?.(20_000),
    });
  } catch {
    throw new Refused(0, {});
  }
  const text = await answer.text();
  const json = parsed(text);
  if (!answer.ok) {
    const refused = new Refused(answer.status, json ?? {});
    if (refused.code === 'NOT_SIGNED_IN') lapsed(refused.message);
    throw refused;
  }
  return whole ? { json, tag: answer.headers.get('ETag') } : json;
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Where a browser fetches a file by itself. */
export const fileOf = path => BASE + path;

export const get = path => ask('GET', path);
export const remove = path => ask('DELETE', path);

/** Sends a change; an answer that got lost is asked for once more under the same key. */
export async function post(path, body) {
  const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  try {
    return await ask('POST', path, body, { key });
  } catch (refused) {
    if (refused.status !== 0) throw refused;
    return ask('POST', path, body, { key });
  }
}

/** Changes a part of something as it is now. */
export async function patch(path, body) {
  const { tag } = await ask('GET', path, undefined, { whole: true });
  return ask('PATCH', path, body, { match: tag });
}

/**
 * Follows long work until it is over and gives its last state; `tell` hears of each before. The
 * server streams it; where the stream breaks it is asked for by and by.
 */
export function follow(job, tell) {
  const path = `/jobs/${encodeURIComponent(job.id)}`;
  const over = seen => !['WAITING', 'RUNNING'].includes(seen.state);
  return new Promise((resolve, reject) => {
    const hear = seen => { tell(seen); if (over(seen)) resolve(seen); return over(seen); };
    if (hear(job)) return;
    const poll = () => get(path).then(seen => hear(seen) || setTimeout(poll, 700)).catch(reject);
    const stream = new EventSource(BASE + path);
    stream.addEventListener('job', event => { if (hear(JSON.parse(event.data))) stream.close(); });
    stream.onerror = () => { stream.close(); poll(); };
  });
}

/** All pages of a list, at most twenty. */
export async function all(path) {
  const items = [];
  let cursor;
  for (let page = 0; page < 20; page++) {
    const glue = path.includes('?') ? '&' : '?';
    const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await get(`${path}${glue}limit=1000${more}`);
    items.push(...answer.items);
    cursor = answer.next ?? undefined;
    if (cursor === undefined) break;
  }
  return items;
}

// The hours of a week that are ceded: a bar for each day, and its times to be typed.
import { html } from 'preact';
import { t } from '../language.js';
import { DAYS, fillSpace, weekOf } from '../state/spaces.js';

const part = time => { const [h, m] = time.split(':').map(Number); return (h * 60 + m) / 1440; };
const end = time => (time === '00:00' ? 1 : part(time));
const share = value => `${(value * 100).toFixed(2)}%`;
const place = span => ({ left: share(part(span.from)), width: share(Math.max(0, end(span.to) - part(span.from))) });
const whole = span => span.from && span.to;

/** A week at a glance: seven small bars. */
export const Strip = ({ hours }) => { const week = weekOf(hours);
  return html`<span class="strip" aria-hidden="true">${DAYS.map(day => html`<i key=${day}>${week[day].map((span, n) =>
    html`<i key=${n} style=${{ bottom: share(1 - end(span.to)), top: share(part(span.from)) }}></i>`)}</i>`)}</span>`; };

const NOON = '13:00';
const morning = span => (span.from >= NOON ? [] : [{ from: span.from, to: span.to !== '00:00' && span.to < NOON ? span.to : NOON }]);
const afternoon = span => (span.to !== '00:00' && span.to <= NOON ? [] : [{ from: span.from > NOON ? span.from : NOON, to: span.to }]);
const QUICK = { open: span => [span], mornings: morning, afternoons: afternoon, nothing: () => [] };

export function Week({ form, open, wrong }) {
  const { week, closed } = form;
  const shown = weekOf(open);
  const set = (day, spans) => fillSpace({ week: { ...week, [day]: spans } });
  const quick = how => fillSpace({ week: Object.fromEntries(DAYS.map(day => [day, shown[day].flatMap(QUICK[how])])) });
  const like = day => fillSpace({ week: { ...week, ...Object.fromEntries(DAYS.filter(each => shown[each].length > 0)
    .map(each => [each, week[day].map(span => ({ ...span }))])) } });
  const first = DAYS.find(day => week[day].length > 0);
  return html`<fieldset class="week"><legend>${t('spaces.hours')}</legend><p class="muted">${t('spaces.hours.why')}</p>
    <div class="quick" role="group" aria-label=${t('spaces.quick')}>${Object.keys(QUICK).map(how => html`<button type="button" key=${how}
      class="chip" onClick=${() => quick(how)}>${t(`spaces.quick.${how}`)}</button>`)}</div>
    <ol>${DAYS.map(day => html`<${Day} key=${day} day=${day} spans=${week[day]} open=${shown[day]} wrong=${wrong === day} set=${set} like=${day === first && like} />`)}</ol>
    <${Except} closed=${closed} /></fieldset>`;
}

function Day({ day, spans, open, wrong, set, like }) {
  const name = t(`day.${day}`);
  const change = (n, values) => set(day, spans.map((span, i) => (i === n ? { ...span, ...values } : span)));
  const fresh = open[spans.length] ?? { from: '09:00', to: '17:00' };
  return html`<li class="day" data-wrong=${wrong}><b>${name}</b>
    <span class="bar" aria-hidden="true">${open.map((span, n) => html`<i key=${`o${n}`} class="open" style=${place(span)}></i>`)}
      ${spans.filter(whole).map((span, n) => html`<i key=${n} class="ours" style=${place(span)}></i>`)}</span>
    <div class="spans">${spans.map((span, n) => html`<span class="span" key=${n}>
      <input type="time" value=${span.from} required aria-label=${t('spaces.from', { day: name })} aria-invalid=${wrong} onInput=${e => change(n, { from: e.target.value })} />–
      <input type="time" value=${span.to} required aria-label=${t('spaces.to', { day: name })} aria-invalid=${wrong} onInput=${e => change(n, { to: e.target.value })} />
      <button type="button" class="icon" aria-label=${t('spaces.drop', { day: name })} onClick=${() => set(day, spans.filter((each, i) => i !== n))}>×</button></span>`)}
      ${spans.length < 4 && html`<button type="button" class="icon" aria-label=${t('spaces.add', { day: name })}
        onClick=${() => set(day, [...spans, { ...fresh }])}>+</button>`}
      ${like && html`<button type="button" class="like" aria-label=${t('spaces.like.label', { day: name })} onClick=${() => like(day)}>${t('spaces.like')}</button>`}
      ${spans.length === 0 && html`<small class="muted">${t('spaces.day.none')}</small>`}</div>
    ${wrong && html`<small class="wrong" role="alert">${t('spaces.day.wrong')}</small>`}</li>`;
}

/** Days on which nothing is ceded. */
function Except({ closed }) {
  const add = e => { const date = e.target.value; if (date && !closed.includes(date)) fillSpace({ closed: [...closed, date].sort() }); e.target.value = ''; };
  return html`<div class="except"><label class="field"><span>${t('spaces.except')}</span><input type="date" onChange=${add} /></label>
    ${closed.map(date => html`<button type="button" class="chip" key=${date} aria-label=${t('spaces.except.drop', { date })}
      onClick=${() => fillSpace({ closed: closed.filter(each => each !== date) })}>${date} ×</button>`)}</div>`;
}

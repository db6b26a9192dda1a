// A booking that comes again: each week, or each working day; the answer stands at each day.
import { html, useState } from 'preact';
import { shortDay, t, time } from '../language.js';
import { bookSeries, cancelSeries, datesOf, MOST } from '../state/series.js';
import { instant } from '../wall-time.js';

export function Repeat({ space, wish, lines, busy }) {
  const [repeat, setRepeat] = useState({ rhythm: 'week', times: 4 });
  const [answers, setAnswers] = useState();
  const whole = { ...repeat, date: wish.date };
  const change = part => { setRepeat({ ...repeat, ...part }); setAnswers(undefined); };
  const going = busy === `series:${space.spaceId}`;
  const book = async e => { e.preventDefault(); setAnswers(await bookSeries(space, whole, lines)); };
  const last = datesOf(whole).at(-1);
  return html`<details class="repeat"><summary>${t('series.title')}</summary><form onSubmit=${book}>
    <div class="repeat-fields"><label class="field"><span>${t('series.rhythm')}</span><select value=${repeat.rhythm} onChange=${e => change({ rhythm: e.target.value })}>
        <option value="week">${t('series.week')}</option><option value="workday">${t('series.workday')}</option></select></label>
      <label class="field"><span>${t('series.times')}</span><input type="number" min="2" max=${MOST} required value=${repeat.times}
        onChange=${e => change({ times: Math.max(2, Math.min(MOST, Math.round(Number(e.target.value)) || 2)) })} /></label></div>
    <p class="muted">${t('series.until', { from: wish.from, to: wish.to, day: shortDay(instant(last, '12:00')) })}<br />${t('series.each')}</p>
    <button type="submit" class="primary wide" disabled=${Boolean(busy)} aria-busy=${going}>${t(going ? 'book.busy' : 'series.book', { n: repeat.times })}</button>
    ${answers && html`<div role="status"><ol class="answers">${answers.map(answer => html`<li key=${answer.from} data-well=${Boolean(answer.booking)}>
      <b>${shortDay(answer.from)}</b> <span>${answer.booking ? t(answer.booking.state === 'PENDING' ? 'series.asked' : 'series.booked') : answer.refusal?.text}</span></li>`)}</ol></div>`}
  </form></details>`;
}

/** What is booked of one series, folded into one line. */
export function Series({ bookings, name, busy, cancel }) {
  const [first] = bookings;
  return html`<li class="series"><details><summary><span><b>${name}</b> ${`${t('series.of', { n: bookings.length })}, ${shortDay(first.from)}, ${time(first.from)} – ${time(first.to)}`}</span></summary>
    <ul class="others">${bookings.map(booking => html`<li key=${booking.id}><span>${shortDay(booking.from)}, ${time(booking.from)} – ${time(booking.to)}</span>${cancel(booking)}</li>`)}</ul>
    <button type="button" class="quiet" disabled=${Boolean(busy)} aria-busy=${busy === 'cancelSeries'} onClick=${() => cancelSeries(bookings)}>${t('series.cancel', { n: bookings.length })}</button>
  </details></li>`;
}

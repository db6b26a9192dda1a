// Service minutes of centres: what lines promised, and what they kept of it.
import { get } from '../rest.js';
import { set, state } from './store.js';

/** Whether this person reads figures: the authority, the operator, a network. */
export const reports = me => Boolean(me?.roles?.some(role => ['AUTHORITY', 'FEDERATION', 'NETWORK'].includes(role)));

/** The month so many months before this one, such as 2027-01. */
export function monthBack(months) {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - months, 15)).toISOString().slice(0, 7);
}

/** Reads the months from the first to the last. */
export async function readReport(first, last) {
  const who = state.me;
  set({ report: { first, last } });
  try {
    const { items } = await get(`/reports/service?fromMonth=${encodeURIComponent(first)}&toMonth=${encodeURIComponent(last)}`);
    if (state.me === who) set({ report: { first, last, items } });
  } catch (refused) {
    if (state.me === who) set({ report: { first, last, trouble: refused.message || 'lost' } });
  }
}

/** Forgets what was read. */
export const leaveReport = () => set({ report: undefined });

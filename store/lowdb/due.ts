import TinyQueue from 'tinyqueue';
import type { Instant } from '../../membership/rules/calendar.ts';
import { later } from '../../membership/rules/calendar.ts';
import type { MpnId } from '../../membership/rules/ids.ts';

interface Entry {
  readonly at: Instant;
  readonly id: MpnId;
}

/** The partners by the next moment at which they need attention. */
export interface DueQueue {
  /** Takes the place of what was known of this partner, a lease included. */
  set(id: MpnId, at: Instant | undefined): void;
  claim(now: Instant, limit: number, lease: number): readonly MpnId[];
}

const earlier = (a: Entry, b: Entry): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1;

/** Setting and claiming cost O(log n): an entry that was overtaken stays in the heap until it comes up. */
export const dueQueue = (): DueQueue => {
  const current = new Map<MpnId, Entry>();
  let heap = new TinyQueue<Entry>([], earlier);

  const put = (id: MpnId, at: Instant): void => {
    const entry = { at, id };
    current.set(id, entry);
    heap.push(entry);
    // Rebuilt once half of it is overtaken, so that it stays as small as the store.
    if (heap.length > 2 * current.size + 64) heap = new TinyQueue([...current.values()], earlier);
  };

  const set = (id: MpnId, at: Instant | undefined): void => {
    if (at === undefined) current.delete(id);
    else if (current.get(id)?.at !== at) put(id, at);
  };

  const claim = (now: Instant, limit: number, lease: number): readonly MpnId[] => {
    const claimed: MpnId[] = [];
    for (let top = heap.peek(); top && top.at <= now && claimed.length < limit; top = heap.peek()) {
      heap.pop();
      if (current.get(top.id) === top) claimed.push(top.id);
    }
    for (const id of claimed) put(id, later(now, lease));
    return claimed;
  };
  return { set, claim };
};

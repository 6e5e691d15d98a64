import { LRUCache } from 'lru-cache';
import type { MpnId } from '../membership/rules/ids.ts';
import type { Partner } from '../membership/rules/partner.ts';

/** About 2.5 KB of JSON a partner and an order: some 150 MB at most, and room for 5,000 partners of ten orders. */
const cachedPartnersAndOrders = 60_000;

/** Partners in memory, those that were asked for last, as far as there is room. */
export const partnerCache = <Kept extends { readonly partner: Partner }>(): LRUCache<MpnId, Kept> =>
  new LRUCache<MpnId, Kept>({
    maxSize: cachedPartnersAndOrders,
    sizeCalculation: ({ partner }) => 1 + partner.orders.length,
  });

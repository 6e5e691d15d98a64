import { join } from 'node:path';
import { isMpnId, type MpnId, type OrderNumber } from '../../membership/rules/ids.ts';
import { isOrderNumber } from '../../membership/rules/order-number.ts';
import { StoreFault } from '../faults.ts';
import type { PartnerTable } from './partner-table.ts';

const name = 'lost-orders.txt';

const parse = (line: string, at: number): readonly [OrderNumber, MpnId] => {
  const [number = '', partner = '', ...rest] = line.trim().split(/\s+/);
  if (isOrderNumber(number) && isMpnId(partner) && rest.length === 0) return [number, partner];
  throw new StoreFault('unusable', `${name}, line ${at}, is no order number with its MPN ID`);
};

/**
 * Orders that were placed after the backup that was restored: an operator lists them, an order number and its MPN ID a
 * line. No number of theirs is given again. Rejects with a `StoreFault` `unusable` where a line is wrong.
 */
export const keepLostOrders = async ({ files, indexes }: PartnerTable): Promise<void> => {
  const text = (await files.disk.read(join(files.root, name)))?.toString('utf8') ?? '';
  const lines = text.split('\n').map((line, index) => ({ line, at: index + 1 }));
  for (const { line, at } of lines.filter((one) => one.line.trim() !== '')) {
    const [number, partner] = parse(line, at);
    if (!indexes.orders.has(number)) indexes.orders.set(number, partner);
  }
};

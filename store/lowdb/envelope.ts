import { join } from 'node:path';
import { Low } from 'lowdb';
import { isOrderNumber } from '../../membership/rules/order-number.ts';
import {
  isMpnId,
  isTenantId,
  type MpnId,
  type OrderNumber,
  type TenantId,
} from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { documentAdapter, folders, type Files } from './files.ts';

/** A partner as it is kept: with the number of its commits, so that an older one never takes a newer one's place. */
export interface Envelope {
  readonly version: number;
  readonly partner: Partner;
}

const lists = [
  'locationIds',
  'people',
  'qualifications',
  'memberships',
  'orders',
  'credits',
  'held',
  'history',
  'outbox',
  'handled',
] as const satisfies readonly (keyof Partner)[];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOrder = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.number === 'string' &&
  Array.isArray(value.payments) &&
  Array.isArray(value.proofs);

/**
 * Whether a document is a partner's envelope, by its form alone. Ten thousand are read at start, which a full
 * schema makes several times as slow; what it would find beyond this can't come from a damaged disk.
 */
export const isEnvelope = (value: unknown): value is Envelope => {
  if (!isRecord(value) || !Number.isSafeInteger(value.version) || !isRecord(value.partner)) return false;
  const partner = value.partner;
  const { mpnId, tenantId, orders } = partner;
  return (
    typeof mpnId === 'string' &&
    isMpnId(mpnId) &&
    typeof tenantId === 'string' &&
    isTenantId(tenantId) &&
    isRecord(partner.contact) &&
    isRecord(partner.billTo) &&
    isRecord(partner.soldTo) &&
    lists.every((list) => Array.isArray(partner[list])) &&
    Array.isArray(orders) &&
    orders.every(isOrder)
  );
};

export const partnerPath = (root: string, id: MpnId): string => join(root, folders.partners, `${id}.json`);

/** The partner whose file has this name; undefined where it is none of ours. */
export const partnerOfFile = (name: string): MpnId | undefined => {
  const id = /^(\d+)\.json(\.\d+)?$/.exec(name)?.[1];
  return id !== undefined && isMpnId(id) ? id : undefined;
};

/** A new lowdb document a call: kept ones would hold every partner in memory. */
export const saveEnvelope = async (files: Files, envelope: Envelope): Promise<void> => {
  const path = partnerPath(files.root, envelope.partner.mpnId);
  await new Low<Envelope>(documentAdapter(files, path, isEnvelope, 'file'), envelope).write();
};

/** What a damaged partner's text still tells: enough to keep its tenant known and its order numbers taken. */
export interface Salvage {
  readonly tenantId?: TenantId | undefined;
  readonly orders: readonly OrderNumber[];
}

export const salvage = (text: string): Salvage => {
  const tenant = /"tenantId":\s*"([^"]+)"/.exec(text)?.[1];
  const numbers = [...text.matchAll(/"number":\s*"(\d{10})"/g)].map(([, number = '']) => number);
  return {
    ...(tenant !== undefined && isTenantId(tenant) ? { tenantId: tenant } : {}),
    orders: [...new Set(numbers)].filter(isOrderNumber),
  };
};

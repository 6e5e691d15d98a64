import { z } from 'zod';
import type { Partner } from '../../membership/rules/partner.ts';
import {
  address,
  contact,
  country,
  line,
  list,
  membership,
  mpnId,
  name,
  person,
  qualification,
  tenantId,
} from './forms.ts';
import { handledCommand, historyEntry, outboxMessage } from './history-forms.ts';
import { credit, heldMoney, order } from './order-forms.ts';
import { personReminders, roleRequest } from './people-forms.ts';

/** What a partner has done here: only an export's line has it, and all of it. */
const doings = {
  orders: list(order).optional(),
  credits: list(credit).optional(),
  held: list(heldMoney).optional(),
  requests: list(roleRequest).optional(),
  reminders: list(personReminders).optional(),
  history: list(historyEntry).optional(),
  outbox: list(outboxMessage).optional(),
  handled: list(handledCommand).optional(),
};

/** A sold-to address that is left out, or empty, is the bill-to address. */
const soldTo = z.preprocess(
  (value) => (typeof value === 'object' && value && Object.keys(value).length === 0 ? undefined : value),
  address.optional(),
);

/** One partner of an import file or of an export. */
export const partnerForm = z.strictObject({
  mpnId,
  locationIds: list(mpnId).default([]),
  name,
  country,
  tenantId,
  verified: z.boolean(),
  contact,
  taxId: line.optional(),
  billTo: address,
  soldTo,
  people: list(person).default([]),
  qualifications: list(qualification).default([]),
  memberships: list(membership).default([]),
  ...doings,
});

export type ImportedPartner = z.output<typeof partnerForm>;

/** The partner as the file has it, for a store that does not know it. */
export const newPartner = (imported: ImportedPartner): Partner => ({
  ...imported,
  soldTo: imported.soldTo ?? imported.billTo,
  orders: imported.orders ?? [],
  credits: imported.credits ?? [],
  held: imported.held ?? [],
  requests: imported.requests ?? [],
  reminders: imported.reminders ?? [],
  history: imported.history ?? [],
  outbox: imported.outbox ?? [],
  handled: imported.handled ?? [],
});

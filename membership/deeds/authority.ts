import type { Catalogue } from '../rules/catalogue.ts';
import type { AadObjectId, OrderNumber } from '../rules/ids.ts';
import type { Order } from '../rules/order.ts';
import { orderOf, personOf, type Partner } from '../rules/partner.ts';
import type { Refusal } from '../rules/refusals.ts';
import { globalAdmins, mayBuy } from '../rules/roles.ts';

const notAuthorised = ({ links }: Catalogue, partner: Partner): Refusal => {
  const names = globalAdmins(partner).map((admin) => admin.name);
  const findGlobalAdmin = names.length === 0 ? links.findGlobalAdmin : undefined;
  return { kind: 'notAuthorised', globalAdmins: names, ...(findGlobalAdmin ? { findGlobalAdmin } : {}) };
};

/** Roles are judged anew at every deed. */
export const authorityRefusal = (
  catalogue: Catalogue,
  partner: Partner,
  person: AadObjectId,
): Refusal | undefined =>
  mayBuy(catalogue, personOf(partner, person)) ? undefined : notAuthorised(catalogue, partner);

/** The order, if it is this partner's and the person may act on it; another tenant's does not exist. */
export const actOn = (
  catalogue: Catalogue,
  partner: Partner,
  person: AadObjectId,
  number: OrderNumber,
):
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'refused'; readonly refusal: Refusal } => {
  const refusal = authorityRefusal(catalogue, partner, person);
  if (refusal) return { kind: 'refused', refusal };
  const order = orderOf(partner, number);
  return order ? { kind: 'order', order } : { kind: 'refused', refusal: { kind: 'orderNotFound' } };
};

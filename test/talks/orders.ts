import type { AadObjectId, TenantId } from '../../membership/rules/ids.ts';
import type { Order } from '../../membership/rules/order.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { fabrikamTenant } from '../../playground/demo/people.ts';
import type { TestBot } from '../support/bot.ts';

/** The partner of a tenant as it is stored. */
export const partnerOf = async (
  { app }: Pick<TestBot, 'app'>,
  tenant: TenantId = fabrikamTenant,
): Promise<Partner> => {
  const { partner } = await app.store.meet({ tenantId: tenant, aadObjectId: 'nobody' as AadObjectId });
  if (!partner) throw new RangeError(`no partner has tenant ${tenant}`);
  return partner;
};

/** What is stored of the demo partner's orders, oldest first. */
export const ordersOf = async (bot: Pick<TestBot, 'app'>, tenant?: TenantId): Promise<readonly Order[]> =>
  (await partnerOf(bot, tenant)).orders;

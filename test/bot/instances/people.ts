import type { AadObjectId, CompetencyId, MpnId, TenantId } from '../../../membership/rules/ids.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { Store } from '../../../store/contract.ts';
import { day, partner, person } from '../../support/partner.ts';

/** The nth person who buys, of an organisation of their own. */
export const whoIs = (nth: number) => ({
  tenantId: `tenant-${nth}` as TenantId,
  aadObjectId: `person-${nth}` as AadObjectId,
  name: 'Ada',
});

const partnerOf = (nth: number): Partner => {
  const { tenantId, aadObjectId } = whoIs(nth);
  return partner({
    mpnId: String(6_000_000 + nth) as MpnId,
    locationIds: [],
    tenantId,
    people: [person(aadObjectId, 'mpnPartnerAdmin')],
    qualifications: [
      { competency: 'data-analytics' as CompetencyId, level: 'gold', metOn: day('2026-01-15') },
    ],
  });
};

/** Puts the organisations of the first so many people into a store. */
export const settle = async ({ bulk }: Pick<Store, 'bulk'>, count: number): Promise<void> => {
  const partners = Array.from({ length: count }, (_, nth) => partnerOf(nth));
  const keys = {
    partners: partners.map(({ mpnId }) => mpnId),
    tenants: partners.map(({ tenantId }) => tenantId),
    mpnIds: [],
    orders: [],
  };
  await bulk.replace(keys, () => partners);
};

import type { DeskForm } from '../../cards/desk/actions.ts';
import type { DeskOrderView } from '../../cards/desk/view.ts';
import type { Order } from '../../membership/rules/order.ts';
import { pendingRequest } from '../../membership/rules/refunding.ts';
import { named } from '../views.ts';
import { isOwn, nameIn, type FoundOrder } from './look.ts';
import { moneyFor } from './money.ts';
import type { DeskReader } from './turn.ts';

/** What can be done about an order now. */
export const formsFor = (order: Order): readonly DeskForm[] => {
  const { state, method, proofs, refundRequest } = order;
  if (state === 'proofUnderReview')
    return proofs.at(-1)?.held ? ['receive', 'reject'] : ['receive', 'reject', 'hold'];
  if (state === 'awaitingTransfer' || (state === 'expired' && method === 'transfer')) return ['receive'];
  if (!pendingRequest(order)) return [];
  return refundRequest?.approvedAt ? ['refund'] : ['refund', 'decline'];
};

type Besides = Pick<DeskOrderView, 'said' | 'queue' | 'last'>;

/** The order as this operator sees it. */
export const deskView = async (
  reader: DeskReader,
  { partner, order }: FoundOrder,
  besides: Besides = {},
): Promise<DeskOrderView> => {
  const own = isOwn(reader, partner);
  const proof = order.proofs.at(-1);
  return {
    order,
    competency: named(reader.desk.catalogue, order.competency),
    organisation: partner.name,
    mpnId: partner.mpnId,
    today: reader.today,
    nameOf: nameIn(partner),
    own,
    forms: own ? [] : formsFor(order),
    money: own ? [] : await moneyFor(reader, partner, order.number),
    document: own || !proof ? undefined : reader.urls.proof(partner.mpnId, order.number, proof.hash),
    ...besides,
  };
};

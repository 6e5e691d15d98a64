import { detailsCard } from '../../../cards/details.ts';
import { orderCard } from '../../../cards/order.ts';
import { refundCard } from '../../../cards/refund.ts';
import { lapsedCard, renewalChoiceCard, requirementsCard } from '../../../cards/renewal.ts';
import { say } from '../../../cards/say.ts';
import {
  analytics,
  buyer,
  cardOrder,
  competency,
  day,
  euro,
  instant,
  links,
  nonce,
  offer,
  order,
  payment,
  today,
  urls,
} from '../fixtures.ts';
import { type Variant, variant } from './variant.ts';

const active = { state: 'active', payments: [payment(459800)], purchaseDate: day('2026-11-10') } as const;
const byCard = { ...payment(409800), source: 'card' } as const;

const orderOf = {
  'a renewal': order({ ...active, kind: 'renewal', renews: day('2026-11-09') }),
  'an upgrade': order({ ...active, kind: 'upgrade' }),
  silver: order({ ...active, level: 'silver' }),
} as const;
const remains = [
  { of: 'a renewal', level: 'gold', standing: 'toRenew', until: day('2026-12-09') },
  { of: 'an upgrade', level: 'silver', standing: 'active', until: day('2027-02-01') },
  { of: 'an upgrade', level: 'silver', standing: 'toRenew', until: day('2026-12-01') },
  { of: 'silver', level: 'gold', standing: 'active', until: day('2027-02-01') },
] as const;

/** Renewing a membership, and asking a fee back. */
export const renewingCards: readonly Variant[] = [
  variant('renew: another competency', (language) =>
    renewalChoiceCard(language, {
      nonce,
      level: 'gold',
      former: analytics,
      competencies: [competency('DevOps'), competency('Enterprise Mobility Management')],
    }),
  ),
  ...(['silver', 'gold'] as const).map((level) =>
    variant(`renew: no requirements met, ${level}`, (language) => requirementsCard(language, level, links)),
  ),
  variant('renew: lapsed', (language) =>
    lapsedCard(
      language,
      say(language, 'renew.lapsed', { membership: say(language, 'membership.gold'), closes: '2026-12-18' }),
      analytics,
    ),
  ),
  variant('details of a renewal', (language) =>
    detailsCard(language, {
      nonce,
      competency: analytics,
      offer: offer({ kind: 'renewal', renews: day('2026-11-18') }),
      buyer,
      methods: [{ method: 'card' }, { method: 'transfer' }],
      problems: [],
      links,
    }),
  ),
  variant('order active, can be renewed and refunded', (language) =>
    orderCard(language, {
      order: order(active),
      competency: analytics,
      mpnId: buyer.mpnId,
      today,
      mayAct: true,
      links,
      urls: { receipt: urls.receipt },
      methods: ['card', 'transfer'],
      may: { renew: true, refund: true },
    }),
  ),
  variant('order active, refund requested', (language) =>
    orderCard(language, {
      order: order({
        ...active,
        refundRequest: { at: instant('2026-11-20T10:00:00.000Z'), by: order().placedBy },
      }),
      competency: analytics,
      mpnId: buyer.mpnId,
      today,
      news: 'refundRequested',
      refundBy: 'Anna de Vries',
      mayAct: true,
      links,
      urls: { receipt: urls.receipt },
      methods: ['card', 'transfer'],
    }),
  ),
  variant('request refund of a transfer', (language) =>
    refundCard(language, { nonce, order: order(active), competency: analytics }),
  ),
  ...remains.map(({ of, ...rest }) =>
    variant(`request refund of ${of}, with ${rest.level} ${rest.standing}`, (language) =>
      refundCard(language, { nonce, order: orderOf[of], competency: analytics, remains: rest }),
    ),
  ),
  ...remains.flatMap(({ of, ...rest }) =>
    (['refunded', 'reversed'] as const).map((state) =>
      variant(`order ${state}: ${of}, with ${rest.level} ${rest.standing}`, (language) =>
        orderCard(language, {
          order: { ...orderOf[of], state },
          competency: analytics,
          mpnId: buyer.mpnId,
          today,
          mayAct: true,
          links,
          urls: {},
          methods: ['card', 'transfer'],
          remains: rest,
        }),
      ),
    ),
  ),
  variant('request refund of a card payment', (language) =>
    refundCard(language, {
      nonce,
      order: cardOrder({ ...active, payments: [byCard, { ...payment(50000), amount: euro(50000) }] }),
      competency: analytics,
    }),
  ),
];
